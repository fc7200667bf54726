import type { JSX } from 'preact';
import type { ChurnSummary } from '../../../server/contract/index.ts';
import { RiskHistogram } from '../../chart/risk-histogram.tsx';
import { RISK_STEP, type RiskRange } from '../../models/risk-range.ts';
import type { Format } from '../../ui/format.ts';
import { binsOf, drawnParts } from './bins.ts';
import type { BodyProps } from './body.tsx';

const LEVELS = ['Low', 'Medium', 'High'] as const;

/** Members by risk, stacked by tier, with the range that the list is of. */
export function RiskPart({ model, data, format }: BodyProps): JSX.Element {
  const bins = binsOf(data);
  const range = model.range.value;
  const undrawn = undrawnFans(data);
  const edges = [0, ...format.thresholds.risk, 100];
  return (
    <section class="risk-part" aria-labelledby="risk-title">
      <header class="part-head">
        <h2 id="risk-title">Members by churn risk</h2>
        <ul class="legend">
          {drawnParts(bins).map(({ key, name }) => (
            <li key={key}>
              <i class={`bar-${key}`} />
              {name}
            </li>
          ))}
        </ul>
      </header>
      <RiskHistogram
        bins={bins}
        label={inWords(bins, format)}
        count={format.count}
        rangeWords={(brush) => rangeInWords(brush, format)}
        edges={edges}
        levels={LEVELS.map((name, index) => ({
          name,
          from: edges[index] ?? 0,
          to: edges[index + 1] ?? 100,
        }))}
        brush={range}
        step={RISK_STEP}
        onBrush={(brush) => {
          model.range.value = brush;
        }}
      />
      {undrawn === 0 ? null : (
        <p class="caption risk-hidden">
          {format.count(undrawn)} hidden to protect groups under {format.count(data.minimum)}
        </p>
      )}
    </section>
  );
}

export function rangeInWords({ from, to }: RiskRange, format: Format): string {
  return to >= 100
    ? `risk ${format.count(from)}+`
    : `risk ${format.count(from)} to ${format.count(to)}`;
}

function inWords(bins: ReturnType<typeof binsOf>, format: Format): string {
  const words = bins.map(({ from, to, parts }) => {
    const known = parts.reduce((sum, part) => sum + (part.count ?? 0), 0);
    return `${from} to ${to}: ${format.count(known)}`;
  });
  return `Members by churn risk. ${words.join(', ')}`;
}

/** Members that are in no bar: of small groups, and of those that would give a small one away. */
function undrawnFans({ fans, histogram_bins }: ChurnSummary): number {
  return histogram_bins.reduce((rest, bin) => rest - (bin.fans ?? 0), fans ?? 0);
}
