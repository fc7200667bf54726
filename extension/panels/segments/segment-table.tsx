import type { JSX } from 'preact';
import type { SegmentList } from '../../../server/contract/index.ts';
import { badWay } from '../../models/bad-way.ts';
import { daysOf, sizeOn } from '../../models/segment-days.ts';
import { Delta } from '../../ui/delta.tsx';
import type { Format } from '../../ui/format.ts';

export interface SegmentTableProps {
  readonly data: SegmentList;
  /** The segment that a narrow panel shows day by day. */
  readonly chosen: string;
  readonly format: Format;
}

/** Everything the list and its sparklines show, as tables. */
export function SegmentTable({ data, chosen, format }: SegmentTableProps): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section class="tables" tabIndex={0} aria-label="Segments as a table">
      <table class="sizes-table">
        <caption class="unseen">Segments</caption>
        <thead>
          <tr>
            <th scope="col">Segment</th>
            <th scope="col" class="col-rule">
              Who
            </th>
            <th scope="col" class="number">
              Members
            </th>
            <th scope="col" class="number col-share">
              Share
            </th>
            <th scope="col" class="number col-change">
              {data.previous_score_date === null
                ? 'Change'
                : `Since ${format.day(data.previous_score_date)}`}
            </th>
          </tr>
        </thead>
        <tbody>
          {data.items.map(({ segment, label, rule, fans, share, change }) => (
            <tr key={segment}>
              <th scope="row">{label}</th>
              <td class="col-rule">{rule}</td>
              <td class="number">{format.count(fans)}</td>
              <td class="number col-share">{share === null ? null : format.share(share)}</td>
              <td class="number col-change">
                {change === null ? (
                  ''
                ) : (
                  <Delta value={change} bad={badWay(segment)}>
                    {format.count(Math.abs(change))}
                  </Delta>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Days data={data} chosen={chosen} format={format} />
    </section>
  );
}

function Days({ data, chosen, format }: SegmentTableProps): JSX.Element {
  const days = [...daysOf(data.items)].reverse();
  const look = (segment: string): string =>
    segment === chosen ? 'number' : 'number col-not-chosen';
  return (
    <table class="days-table">
      <caption class="caption">Members by day, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
          {data.items.map(({ segment, label }) => (
            <th key={segment} scope="col" class={look(segment)}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map((date) => (
          <tr key={date}>
            <th scope="row">{format.day(date)}</th>
            {data.items.map((item) => (
              <td key={item.segment} class={look(item.segment)}>
                <Size fans={sizeOn(item, date)} format={format} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface SizeProps {
  readonly fans: number | null;
  readonly format: Format;
}

function Size({ fans, format }: SizeProps): JSX.Element {
  return fans === null ? <span class="quiet">No data</span> : <span>{format.count(fans)}</span>;
}
