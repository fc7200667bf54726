import type { ComponentChildren, JSX } from 'preact';
import type { ChurnSummary } from '../../../server/contract/index.ts';
import type { Format } from '../../ui/format.ts';
import type { BodyProps } from './body.tsx';

/** How many, how many of the best, what they are worth, who of them may be written to. */
export function Figures({ data, format }: BodyProps): JSX.Element {
  const { at_risk, elite_at_risk, contactable } = data;
  const all = at_risk.fans;
  const fans = data.fans ?? 0;
  return (
    <ul class="figures" aria-label="At risk">
      <Figure name="at" label="At risk" value={countOf(at_risk, format)}>
        {all === null
          ? tooFew(data, format)
          : `${format.share(all / fans)} of ${format.count(fans)}`}
      </Figure>
      <Figure
        name="elite"
        label={<Long long="Elite at risk">Elite</Long>}
        value={countOf(elite_at_risk, format)}
      >
        {eliteWords(data, format)}
      </Figure>
      <Figure name="value" label="Value at risk" value={moneyOf(data, format)}>
        {valueWords(data, format)}
      </Figure>
      <Figure name="contact" label="Can be contacted" value={countOf(contactable, format)}>
        {contactable.fans === null
          ? tooFew(data, format)
          : all === null || all === 0
            ? 'opted in, with consent'
            : `${format.weight(contactable.fans / all)} opted in`}
      </Figure>
    </ul>
  );
}

type Counted = ChurnSummary['at_risk'];

function countOf({ fans }: Counted, format: Format): string | null {
  return fans === null ? null : format.count(fans);
}

function moneyOf({ value_at_risk: { value } }: ChurnSummary, format: Format): string | null {
  return value === null ? null : format.money(value);
}

function valueWords(data: ChurnSummary, format: Format): ComponentChildren {
  const { value, suppressed } = data.value_at_risk;
  if (value !== null) return <Long long="12-month LTV × risk">LTV × risk</Long>;
  return suppressed ? tooFew(data, format) : <Long long="No value is predicted yet">No data</Long>;
}

function eliteWords(data: ChurnSummary, format: Format): ComponentChildren {
  const { elite_at_risk, at_risk } = data;
  if (elite_at_risk.fans === null) return tooFew(data, format);
  if (at_risk.fans === null || at_risk.fans === 0) return null;
  if (elite_at_risk.fans === 0) return <Long long="None of those at risk">None</Long>;
  const share = format.share(elite_at_risk.fans / at_risk.fans);
  return <Long long={`${share} of those at risk`}>{share}</Long>;
}

function tooFew({ minimum }: ChurnSummary, format: Format): ComponentChildren {
  return <Long long={`Hidden: fewer than ${format.count(minimum)}`}>Too few</Long>;
}

interface LongProps {
  readonly long: string;
  readonly children: string;
}

/** The same in many words where there is room, else in few. */
function Long({ long, children }: LongProps): JSX.Element {
  return (
    <>
      <span class="words-long">{long}</span>
      <span class="words-short">{children}</span>
    </>
  );
}

interface FigureProps {
  readonly name: string;
  readonly label: ComponentChildren;
  /** Null: not shown, or not known; the words below say which. */
  readonly value: string | null;
  readonly children: ComponentChildren;
}

function Figure({ name, label, value, children }: FigureProps): JSX.Element {
  return (
    <li class={`figure figure-of-${name}`}>
      <span class="figure-label">{label}</span>
      <span class={value === null ? 'figure-value quiet' : 'figure-value'}>{value ?? '–'}</span>
      <span class="figure-words">{children}</span>
    </li>
  );
}
