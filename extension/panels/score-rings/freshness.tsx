import type { ComponentChildren, JSX } from 'preact';
import type { Meta } from '../../../server/contract/index.ts';
import type { Format } from '../../ui/format.ts';

export interface FreshnessProps {
  readonly meta: Meta;
  /** Seconds since this panel got the answer. */
  readonly age: number;
  readonly stale: boolean;
  /** Something to know about these numbers that the smallest panel must still say. */
  readonly note: string | null;
  readonly remark: string | null;
  readonly format: Format;
}

/** How old everything is, in one line. */
export function Freshness(props: FreshnessProps): JSX.Element {
  const { meta, age, stale, note, remark, format } = props;
  const dataDate = format.day(meta.data_as_of ?? meta.score_date);
  return (
    <>
      <span class="foot-date">
        {stale ? <Stale>Stale. </Stale> : null}
        Data to {dataDate}
      </span>
      <span class="foot-run">Scored {format.moment(meta.calculated_at)}</span>
      {note === null ? null : <span class="foot-note">{note}</span>}
      <span class="foot-age">Loaded {format.ago(age)}</span>
      {remark === null ? null : <span class="foot-remark">{remark}</span>}
    </>
  );
}

function Stale({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return <b class="foot-stale foot-warn">{children}</b>;
}
