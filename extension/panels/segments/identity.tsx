import type { JSX } from 'preact';
import type { SegmentMovers } from '../../../server/contract/index.ts';
import { isFirstDay } from '../../models/segment-movers.ts';
import type { Format } from '../../ui/format.ts';
import type { FanPartProps } from './fan-part.tsx';

/** How many, and how that came: before + in - out = now. */
export function Identity(props: FanPartProps): JSX.Element {
  const { model, format, chosen } = props;
  const { movers } = model;
  const state = movers.state.value;
  return (
    <p class="identity">
      <b>{chosen.label}</b>
      <b>{fansInWords(props)}</b>
      {state.kind === 'ready' && state.data.segment === chosen.segment ? (
        <>
          <span class="quiet">since {format.day(state.data.since.score_date)}:</span>
          <span class="number">{identityInWords(state.data, format)}</span>
          <button
            type="button"
            class="link-button"
            aria-pressed={movers.listed.value}
            onClick={() => {
              movers.listed.value = !movers.listed.peek();
            }}
          >
            {movers.listed.value ? 'All fans' : 'Who moved'}
          </button>
        </>
      ) : isFirstDay(state) ? (
        <span class="quiet">The first day that is published: nobody moved yet</span>
      ) : null}
    </p>
  );
}

/** All of the segment; of a narrowed list how many of them it has. */
function fansInWords({ model, format, chosen }: FanPartProps): string {
  const all = `${format.count(chosen.fans)} ${chosen.fans === 1 ? 'fan' : 'fans'}`;
  const { total, busy, trouble } = model.fans.rows.value;
  const whole = model.choice.all.value || model.movers.listed.value;
  return whole || busy || trouble !== null ? all : `${format.count(total)} of ${all}`;
}

function identityInWords({ before, entered, left, now }: SegmentMovers, format: Format): string {
  const { count } = format;
  return `${count(before)} + ${count(entered)} in \u2212 ${count(left)} out = ${count(now)}`;
}
