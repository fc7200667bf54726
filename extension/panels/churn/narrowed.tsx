import type { JSX } from 'preact';
import type { BodyProps } from './body.tsx';
import { FanListPart } from './body.tsx';

/**
 * What can be said of the fans a dashboard's filters leave: how many are at risk, and who. The rest of the panel
 * is known of everybody only, and a figure of everybody must not stand where one of a few is asked for.
 */
export function Narrowed(props: BodyProps): JSX.Element {
  const { model, format } = props;
  const { total, busy } = model.fans.rows.value;
  return (
    <div class="churn churn-narrowed">
      <ul class="figures" aria-label="At risk">
        <li class="figure figure-of-at">
          <span class="figure-label">At risk</span>
          <span class="figure-value">{busy ? '\u2026' : format.count(total)}</span>
          <span class="figure-words">of these members</span>
        </li>
      </ul>
      <p class="narrowed-note">
        Value at risk, drivers and the histogram are known of all members only.{' '}
        <button type="button" class="link-button" onClick={model.clearFilters}>
          Clear filters
        </button>
      </p>
      <FanListPart {...props} />
    </div>
  );
}
