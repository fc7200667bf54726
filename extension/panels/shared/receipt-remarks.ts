import type { ScoreReceipt } from '../../../server/contract/index.ts';
import { BASE_SCORES } from '../../models/scores.ts';
import type { Format } from '../../ui/format.ts';

/** All receipts of the same scores. */
interface Whole {
  readonly scores: readonly ScoreReceipt[];
}

/** What a receipt says below its table, each sentence checked against its lines. */
export function receiptRemarks(
  receipt: ScoreReceipt,
  all: Whole,
  format: Format,
): readonly string[] {
  return [
    defaultInWords(receipt),
    sumInWords(receipt, format),
    receipt.lines.some((line) => line.percent_rank !== null)
      ? 'Rank is the share of members below this fan.'
      : null,
    partInWords(receipt, all, format),
  ].filter((sentence) => sentence !== null);
}

/** What the receipt of a group's averages says below its table. */
export function groupRemarks(receipt: ScoreReceipt, all: Whole, format: Format): readonly string[] {
  return [
    sumInWords(receipt, format).replace('the score', 'the average'),
    receipt.lines.some((line) => line.percent_rank !== null)
      ? 'Rank is the mean, over the group, of the share of members below each fan.'
      : null,
    partInWords(receipt, all, format),
  ].filter((sentence) => sentence !== null);
}

function defaultInWords({ default_used, lines }: ScoreReceipt): string | null {
  if (!default_used) return null;
  const names = lines.filter((line) => line.default_used).map((line) => line.label);
  return names.length === 0
    ? 'A default stands behind this score, for want of the fan’s own data.'
    : `Defaults, for want of the fan’s own data: ${names.join(', ')}.`;
}

function sumInWords({ lines, value }: ScoreReceipt, format: Format): string {
  const cents = lines.reduce((sum, line) => sum + Math.round(line.points * 100), 0);
  return cents === Math.round(value * 100)
    ? `Points add up to the score, ${format.points(value)}.`
    : `Points add up to ${format.points(cents / 100)}, the score is ${format.points(value)}.`;
}

function partInWords(receipt: ScoreReceipt, all: Whole, format: Format): string | null {
  const isPart = BASE_SCORES.some((score) => score === receipt.score);
  const whole = all.scores.find((other) => other.score === 'wonder');
  const part = whole?.lines.find((line) => line.component.startsWith(receipt.score));
  if (!isPart || whole === undefined || part === undefined) return null;
  return `${receipt.label} gives ${format.points(part.points)} of the ${format.points(whole.value)} WonderScore points.`;
}
