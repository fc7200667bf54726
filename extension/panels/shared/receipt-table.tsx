import type { JSX } from 'preact';
import type { ScoreReceipt } from '../../../server/contract/index.ts';
import type { Format } from '../../ui/format.ts';

type Line = ScoreReceipt['lines'][number];

export interface ReceiptTableProps {
  readonly receipt: ScoreReceipt;
  /** Of the averages of a group: there are no raw inputs. */
  readonly ofMany?: boolean;
  readonly format: Format;
}

export function ReceiptTable({ receipt, ofMany = false, format }: ReceiptTableProps): JSX.Element {
  const ranked = receipt.lines.some((line) => line.percent_rank !== null);
  const look = [ofMany ? 'receipt-of-many' : '', ranked ? '' : 'receipt-unranked'];
  return (
    <table class={['receipt-table', ...look].join(' ')}>
      <thead>
        <tr>
          <th scope="col">Component</th>
          <th scope="col" class="number col-input">
            Input
          </th>
          <th scope="col" class="number col-rank">
            {ofMany ? 'Mean rank' : 'Rank'}
          </th>
          <th scope="col" class="number col-weight">
            Weight
          </th>
          <th scope="col" class="number">
            {ofMany ? 'Mean points' : 'Points'}
          </th>
        </tr>
      </thead>
      <tbody>
        {receipt.lines.map((line) => (
          <Row key={line.component} line={line} format={format} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{receipt.label}</th>
          <td class="col-input" />
          <td class="col-rank" />
          <td class="number col-weight">{totalWeight(receipt.lines, format)}</td>
          <td class="number">{format.points(receipt.points_total)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function Row({ line, format }: { readonly line: Line; readonly format: Format }): JSX.Element {
  const { label, percent_rank, weight, points, default_used } = line;
  const unit = unitToSay(line);
  return (
    <tr>
      <th scope="row">
        {label}
        {unit === null ? null : <small class="input-unit"> {unit}</small>}
      </th>
      <td class="number col-input">
        {default_used ? <small class="input-unit">default </small> : null}
        {inputInWords(line, format)}
      </td>
      <td class="number col-rank">{percent_rank === null ? '' : format.input(percent_rank)}</td>
      <td class="number col-weight">{weight === null ? '' : format.weight(weight)}</td>
      <td class="number">{format.points(points)}</td>
    </tr>
  );
}

/** "Courses bought" are courses: a unit that the label has already is not said twice. */
function unitToSay({ label, input_unit }: Line): string | null {
  const said = input_unit !== null && label.toLowerCase().includes(input_unit);
  return said ? null : input_unit;
}

function inputInWords({ component, input }: Line, format: Format): string {
  // Where a score was cut off at its limit, nothing went in that could be missing.
  if (component === 'limit') return '';
  if (input === null) return 'No data';
  return typeof input === 'number' ? format.input(input) : input;
}

/** Only where every line has a weight: bonuses and penalties come on top of the hundred per cent. */
function totalWeight(lines: readonly Line[], format: Format): string {
  const weights = lines.flatMap((line) => (line.weight === null ? [] : [line.weight]));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.length === 0 ? '' : format.weight(total);
}
