import type { ComponentChildren, JSX } from 'preact';
import type { Meta } from '../../../server/contract/index.ts';
import type { Format } from '../../ui/format.ts';

export interface FreshnessProps {
  readonly meta: Meta;
  /** When this panel got the answer, and what time it is now, on one clock in milliseconds. */
  readonly loadedAt: number;
  readonly now: number;
  readonly stale: boolean;
  /** Something to know about these numbers that the smallest panel must still say. */
  readonly note?: ComponentChildren;
  readonly remark?: string | null;
  readonly agreement?: ComponentChildren;
  readonly format: Format;
}

/** How old everything is, in one line. */
export function Freshness(props: FreshnessProps): JSX.Element {
  const {
    meta,
    loadedAt,
    now,
    stale,
    note = null,
    remark = null,
    agreement = null,
    format,
  } = props;
  const dataDate = format.day(meta.data_as_of ?? meta.score_date);
  // An answer may be newer than the last tick of the clock.
  const age = Math.max(now - loadedAt, 0) / 1000;
  return (
    <>
      <span class="foot-date">
        {stale ? <b class="foot-stale foot-warn">Stale. </b> : null}
        Data to {dataDate}
      </span>
      <span class="foot-run">Scored {format.moment(meta.calculated_at)}</span>
      {note === null ? null : <span class="foot-note">{note}</span>}
      {agreement}
      <span class="foot-age">Loaded {format.ago(age)}</span>
      {remark === null ? null : <span class="foot-remark">{remark}</span>}
    </>
  );
}
