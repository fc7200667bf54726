import type { JSX } from 'preact';
import type { PanelContext } from './context.ts';

/** What raises the fan's risk and staff can act on, the most first: as the churn panel has it. */
export function Reasons({ model, format }: PanelContext): JSX.Element | null {
  const { card } = model;
  const state = card.risk.value;
  if (state.kind === 'failed') return <p class="caption">The reasons did not load.</p>;
  // What is known may still be about the fan of before.
  if (state.kind !== 'ready' || state.data.wonder_id !== card.fan.value) return null;
  const { reasons, churn_source } = state.data;
  if (reasons.length === 0) {
    return <p class="caption">Nothing that staff can act on raises it.</p>;
  }
  return (
    <>
      <ol class="reasons">
        {reasons.map(({ feature, text, points }) => (
          <li key={feature}>
            <span>{text}</span>
            <b class="number">+{format.change(points)}</b>
          </li>
        ))}
      </ol>
      <p class="caption">
        {churn_source === 'model' ? 'What each adds to the model’s risk' : 'Points of the rule'}, of
        100
      </p>
    </>
  );
}
