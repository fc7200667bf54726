import type { JSX } from 'preact';
import type { FilterField } from '../host/dashboard-host.ts';
import { badWay } from '../models/bad-way.ts';
import type { PreviewFacts } from '../models/preview-facts.ts';
import { Delta } from '../ui/delta.tsx';
import { troubleWords } from '../ui/trouble-words.ts';
import { Bars } from './bars.tsx';
import type { PreviewContext } from './context.ts';
import { Zone } from './zone.tsx';

/** The dashboard's own worksheets: they stand in for Tableau's, and show what the service counts. */
export function Worksheets(props: PreviewContext): JSX.Element {
  return (
    <>
      <TierBars {...props} />
      <Zone name="sports" title="Members by sport" note="Select to filter">
        <FilterBars {...props} field="sport" list="sports" />
      </Zone>
      <Zone name="segments" title="Segments" note="Since last run. Select to list.">
        <Segments {...props} />
      </Zone>
    </>
  );
}

export function TierBars(props: PreviewContext): JSX.Element {
  return (
    <Zone name="tiers" title="Members by tier" note="Select to filter">
      <FilterBars {...props} field="tier" list="tiers" />
    </Zone>
  );
}

interface FilterBarsProps extends PreviewContext {
  readonly field: FilterField;
  readonly list: 'tiers' | 'sports';
}

function FilterBars({ field, list, ...context }: FilterBarsProps): JSX.Element {
  const { dashboard, format } = context;
  return withFacts(context, (facts) => (
    <Bars
      bars={inOrder(list, facts[list]).map(({ value, fans }) => ({ value, label: value, fans }))}
      selected={dashboard.state.value.filters[field] ?? null}
      format={format}
      onSelect={(value) => dashboard.host.applyFilter(field, value)}
    />
  ));
}

const TIERS = ['Elite', 'Champion', 'Supporter', 'Friend', 'Explorer'];

/** Tiers from the top; sports by how many follow them. */
function inOrder(
  list: FilterBarsProps['list'],
  options: PreviewFacts['filters']['tiers'],
): PreviewFacts['filters']['tiers'] {
  return [...options].sort((a, b) =>
    list === 'tiers'
      ? TIERS.indexOf(a.value) - TIERS.indexOf(b.value)
      : (b.fans ?? 0) - (a.fans ?? 0),
  );
}

function Segments(context: PreviewContext): JSX.Element {
  const { segment, format } = context;
  return withFacts(context, ({ segments }) => (
    <ul class="segments">
      {segments.items.map((item) => (
        <li key={item.segment}>
          <button
            type="button"
            class="segment"
            aria-pressed={segment.value === item.segment}
            onClick={() => {
              segment.value = segment.peek() === item.segment ? null : item.segment;
            }}
          >
            <span class="segment-name">{item.label}</span>
            <span class="number">{format.count(item.fans)}</span>
            <span class="number quiet">
              {item.share === null ? null : format.share(item.share)}
            </span>
            <span class="segment-change">
              {item.change === null ? null : (
                <Delta value={item.change} bad={badWay(item.segment)}>
                  {format.count(Math.abs(item.change))}
                </Delta>
              )}
            </span>
          </button>
        </li>
      ))}
    </ul>
  ));
}

function withFacts(
  { facts }: PreviewContext,
  draw: (data: PreviewFacts) => JSX.Element,
): JSX.Element {
  const state = facts.state.value;
  if (state.kind === 'ready') return draw(state.data);
  if (state.kind === 'loading') return <Bones />;
  const kind = state.kind === 'failed' ? state.trouble.kind : 'signed_out';
  const { title, text } = troubleWords(kind, 'Counts');
  return (
    <p class="zone-note">
      {title}. {text}
    </p>
  );
}

function Bones(): JSX.Element {
  return (
    <div class="zone-bones" aria-hidden="true">
      {['88%', '74%', '80%', '62%', '70%'].map((width) => (
        <span key={width} class="bone" style={{ width, height: '12px' }} />
      ))}
    </div>
  );
}
