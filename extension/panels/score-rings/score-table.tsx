import type { ComponentChildren, JSX } from 'preact';
import type { RingsData } from '../../models/rings-data.ts';
import type { Receipts } from '../../models/score-rings.ts';
import { Delta } from '../../ui/delta.tsx';
import type { Format } from '../../ui/format.ts';
import { type ScoreRow, scoreRows } from './score-rows.ts';

export interface ScoreTableProps {
  readonly data: RingsData;
  readonly receipt: Receipts | null;
  readonly format: Format;
}

/** Everything the rings and the trend show, as tables. */
export function ScoreTable({ data, receipt, format }: ScoreTableProps): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section class="tables" tabIndex={0} aria-label="Scores as a table">
      <Scores data={data} receipt={receipt} format={format} />
      {data.trend.length === 0 ? null : <History data={data} format={format} />}
    </section>
  );
}

function Scores({ data, receipt, format }: ScoreTableProps): JSX.Element {
  const rows = scoreRows(data, receipt);
  const fan = data.subject.mode === 'fan';
  const last = rows.findIndex((row) => row.total) + 1;
  const body = (part: readonly ScoreRow[]) =>
    part.map((row) => <Row key={row.key} row={row} fan={fan} format={format} />);
  return (
    <table class="score-table">
      <caption class="unseen">{fan ? 'Scores of this fan' : 'Average scores'}</caption>
      <thead>
        <tr>
          <th scope="col">Score</th>
          <th scope="col" class="number">
            {fan ? 'Value' : 'Average'}
          </th>
          <th scope="col" class="number col-change">
            {data.change === null ? 'Change' : `${format.count(data.change.days)} days`}
          </th>
          {fan ? <FanHeads /> : <th class="number col-own">Fans</th>}
        </tr>
      </thead>
      <tbody>{body(rows.slice(0, last))}</tbody>
      <tbody>{body(rows.slice(last))}</tbody>
    </table>
  );
}

function FanHeads(): JSX.Element {
  return (
    <>
      <th scope="col" class="number col-weight">
        Weight
      </th>
      <th scope="col" class="number col-points">
        Points
      </th>
      <th scope="col" class="col-own">
        Own data
      </th>
    </>
  );
}

interface RowProps {
  readonly row: ScoreRow;
  readonly fan: boolean;
  readonly format: Format;
}

function Row({ row, fan, format }: RowProps): JSX.Element {
  const { name, change, weight, points, ownData, fans, total } = row;
  return (
    <tr class={total ? 'row-total' : ''}>
      <th scope="row">{name}</th>
      <td class="number">{valueInWords(row, format)}</td>
      <td class="number col-change">
        {change === null ? '' : <Delta value={change}>{format.change(change)}</Delta>}
      </td>
      {fan ? (
        <>
          <td class="number col-weight">{orBlank(weight, format.weight)}</td>
          <td class="number col-points">{orBlank(points, format.points)}</td>
          <td class="col-own">{ownData === null ? '' : ownData ? 'Yes' : 'No, default'}</td>
        </>
      ) : (
        <td class="number col-own">{orBlank(fans, format.count)}</td>
      )}
    </tr>
  );
}

function valueInWords({ value, unit, hidden }: ScoreRow, format: Format): ComponentChildren {
  if (hidden) return <span class="quiet">Hidden: too few</span>;
  if (value === null) return <span class="quiet">No data</span>;
  if (unit === 'money') return format.money(value);
  return unit === 'share' ? format.share(value) : format.points(value);
}

function orBlank(value: number | null, words: (value: number) => string): string {
  return value === null ? '' : words(value);
}

function History({ data, format }: Omit<ScoreTableProps, 'receipt'>): JSX.Element {
  return (
    <table class="history-table">
      <caption class="caption">WonderScore by day, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col" class="number">
            WonderScore
          </th>
        </tr>
      </thead>
      <tbody>
        {[...data.trend].reverse().map((day) => (
          <tr key={day.date}>
            <th scope="row">{format.day(day.date)}</th>
            <td class="number">{format.points(day.value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
