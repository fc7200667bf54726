import type { JSX } from 'preact';
import type { InsightItem } from '../../../server/contract/index.ts';
import { figureInWords } from './fact-words.ts';

export interface EvidenceBarsProps {
  readonly facts: readonly InsightItem['evidence']['facts'][number][];
}

/** Figures side by side, as rows of a table that holds their words too. What falls goes to the left of the zero. */
export function EvidenceBars({ facts }: EvidenceBarsProps): JSX.Element {
  const values = facts.map(({ value }) => value ?? 0);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const share = (value: number) => `${(100 * value) / (high - low || 1)}%`;
  return (
    <tbody class="evidence-bars">
      {facts.map((fact) => {
        const value = fact.value ?? 0;
        return (
          <tr key={fact.id}>
            <th scope="row">
              {fact.label}
              <span class="evidence-bar" style={{ '--zero': share(-low) }} aria-hidden="true">
                <i
                  class={value < 0 ? 'is-fall' : ''}
                  style={{ left: share(Math.min(value, 0) - low), width: share(Math.abs(value)) }}
                />
              </span>
            </th>
            <td class="number">{figureInWords(fact)}</td>
          </tr>
        );
      })}
    </tbody>
  );
}
