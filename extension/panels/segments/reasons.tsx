import type { JSX } from 'preact';
import type { PanelContext } from './context.ts';

const MOST = 3;

/** What raises the fan's risk, the most first: the lines of its receipt. */
export function Reasons({ model, format }: PanelContext): JSX.Element | null {
  const state = model.card.receipt.value;
  if (state.kind !== 'ready') return null;
  const churn = state.data.scores.find((receipt) => receipt.score === 'churn');
  const lines = [...(churn?.lines ?? [])]
    .filter((line) => line.points > 0 && line.component !== 'limit')
    .sort((a, b) => b.points - a.points)
    .slice(0, MOST);
  if (lines.length === 0) return <p class="caption">Nothing raises the risk of this fan.</p>;
  return (
    <>
      <ol class="reasons">
        {lines.map(({ component, label, input, input_unit, points }) => (
          <li key={component}>
            <span>
              {label}
              {typeof input === 'number' ? (
                <span class="quiet">
                  {' '}
                  {format.input(input)} {input_unit ?? ''}
                </span>
              ) : null}
            </span>
            <b class="number">+{format.change(points)}</b>
          </li>
        ))}
      </ol>
      <p class="caption">Points of the rule, of 100</p>
    </>
  );
}
