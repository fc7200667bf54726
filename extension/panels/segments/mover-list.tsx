import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { SegmentMovers } from '../../../server/contract/index.ts';
import { Bone } from '../../ui/bone.tsx';
import { Icon } from '../../ui/icon.tsx';
import { troubleWords } from '../../ui/trouble-words.ts';
import { fanName } from '../shared/fan-words.ts';
import type { FanPartProps } from './fan-part.tsx';

/** Who entered and who left since a day of choice. */
export function MoverList(props: FanPartProps): JSX.Element {
  const { model, format } = props;
  const { movers } = model;
  const state = movers.state.value;
  return (
    <div class="movers">
      <Since {...props} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
      <section class="movers-scroll" tabIndex={0} aria-label="Who moved">
        {state.kind === 'ready' && !state.data.comparable ? (
          <p class="quiet">
            Risk was judged by the rule on one of the two days and by a model on the other: most of
            these fans moved because of that.
          </p>
        ) : null}
        {state.kind === 'ready' ? (
          <div class="movers-sides" aria-busy={state.busy}>
            <Side {...props} moved={state.data} movement="entered" title="Entered" />
            <Side {...props} moved={state.data} movement="left" title="Left" />
          </div>
        ) : state.kind === 'loading' ? (
          <Bone width="60%" height="12px" />
        ) : (
          <p class="quiet">
            {
              troubleWords(state.kind === 'failed' ? state.trouble.kind : 'signed_out', 'Moves')
                .text
            }{' '}
            <button type="button" class="link-button" onClick={movers.retry}>
              Try again
            </button>
          </p>
        )}
        {state.kind === 'ready' && state.data.next_cursor !== null ? (
          <button type="button" class="link-button movers-more" onClick={movers.more}>
            {state.busy
              ? 'Loading…'
              : `${format.count(state.data.total - state.data.items.length)} more`}
          </button>
        ) : null}
      </section>
    </div>
  );
}

/** The days to count from: those of the sparkline. */
function Since({ model, format, data, chosen }: FanPartProps): JSX.Element {
  const id = useId();
  const { movers } = model;
  const days = chosen.history
    .map((day) => day.score_date)
    .filter((day) => day < data.meta.score_date);
  return (
    <div class="narrow-field movers-since">
      <label for={id}>Since</label>
      <span class="select-box">
        <select
          id={id}
          value={movers.since.value ?? ''}
          onChange={(event) => {
            movers.since.value = event.currentTarget.value || null;
          }}
        >
          <option value="">The last run</option>
          {days.map((day) => (
            <option key={day} value={day} selected={day === movers.since.value}>
              {format.day(day)}
            </option>
          ))}
        </select>
        <Icon name="chevron" />
      </span>
    </div>
  );
}

interface SideProps extends FanPartProps {
  readonly moved: SegmentMovers;
  readonly movement: 'entered' | 'left';
  readonly title: string;
}

function Side({ model, format, moved, movement, title }: SideProps): JSX.Element {
  const fans = moved.items.filter((item) => item.movement === movement);
  return (
    <table class="movers-side">
      <caption>
        {title} <span class="quiet number">{format.count(moved[movement])}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">Fan</th>
          <th scope="col" class="number movers-score">
            Score now
          </th>
        </tr>
      </thead>
      <tbody>
        {fans.map((fan) => (
          <tr key={fan.wonder_id}>
            <th scope="row">
              <button
                type="button"
                class="row-button"
                data-fan={fan.wonder_id}
                onClick={() => model.openFan(fan.wonder_id)}
              >
                {fanName(fan)}
              </button>
            </th>
            <td class="number movers-score">
              {fan.wonder_score === null ? (
                <span class="quiet">No score</span>
              ) : (
                format.score(fan.wonder_score)
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
