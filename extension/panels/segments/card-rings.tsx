import type { JSX } from 'preact';
import { Ring } from '../../chart/ring.tsx';
import type { RingsData } from '../../models/rings-data.ts';
import { BASE_NAMES } from '../shared/score-names.ts';
import type { PanelContext } from './context.ts';

/** The five rings, small; each opens its receipt. */
export function CardRings(props: PanelContext & { readonly data: RingsData }): JSX.Element {
  const { model, format, motion, data } = props;
  return (
    <ul class="card-rings" aria-label="Scores">
      {data.rings.map(({ score, value, ownData }, order) => {
        const { full, short, hue } = BASE_NAMES[score];
        const shown = ownData ? value : null;
        return (
          <li key={score}>
            <button
              type="button"
              class="card-ring"
              aria-label={`${full} ${shown === null ? 'no data' : format.whole(shown)}. Receipt`}
              onClick={() => {
                model.card.opened.value = score;
              }}
            >
              <span class="ring-art">
                <Ring score={shown} hue={hue} order={order} motion={motion} />
                <span class="ring-value">{shown === null ? '–' : format.whole(shown)}</span>
              </span>
              <span class="card-ring-name">{short}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
