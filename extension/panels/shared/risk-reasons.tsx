import type { JSX } from 'preact';
import type { ChurnFan } from '../../models/churn.ts';
import type { Format } from '../../ui/format.ts';

export interface RiskReasonsProps {
  readonly fan: Pick<ChurnFan, 'reasons' | 'churn_source'>;
  readonly format: Format;
}

/** What raises a fan's risk and staff can act on, the most first. */
export function RiskReasons({ fan, format }: RiskReasonsProps): JSX.Element {
  if (fan.reasons.length === 0) {
    return <p class="caption">Nothing that staff can act on raises it.</p>;
  }
  return (
    <>
      <ol class="risk-reasons">
        {fan.reasons.map(({ feature, text, points }) => (
          <li key={feature}>
            <span>{text}</span>
            <b class="number">+{format.change(points)}</b>
          </li>
        ))}
      </ol>
      <p class="caption">
        {fan.churn_source === 'model' ? 'What each adds to the model’s risk' : 'Points of the rule'}
        , of 100
      </p>
    </>
  );
}
