import { allotPoints, sumPoints } from './allot.ts';
import type { Score } from './score-names.ts';

/** One line of a receipt: what went in, and the points that came out. */
export interface ReceiptLine {
  readonly component: string;
  readonly label: string;
  readonly input: number | string | null;
  readonly input_unit: string | null;
  /** 0..100: the share of fans below; null: this is not ranked. */
  readonly percent_rank: number | null;
  /** 0..1; null: points as such. */
  readonly weight: number | null;
  readonly points: number;
  /** The fan has nothing of this; the input is the rule's default. */
  readonly default_used: boolean;
}

/** How one score came about; the points of the lines add up to `value` exactly. */
export interface ScoreReceipt {
  readonly score: Score;
  readonly label: string;
  readonly value: number;
  readonly lines: readonly ReceiptLine[];
  readonly points_total: number;
  readonly default_used: boolean;
}

/** A receipt whose points have not been rounded yet. */
export interface Draft {
  readonly score: Score;
  readonly label: string;
  readonly value: number;
  /** Points before rounding. */
  readonly lines: readonly ReceiptLine[];
  readonly defaultUsed?: boolean;
}

const HIGHEST = 100;
/** Rounded components may be off by this much together; what is beyond was clipped. */
const ROUNDING = 0.05;

/** The points that clipping a score to 0..100 took away or gave. */
export function limitLine(label: string, points: number): ReceiptLine {
  return {
    component: 'limit',
    label,
    input: null,
    input_unit: null,
    percent_rank: null,
    weight: null,
    points,
    default_used: false,
  };
}

/** Rounds the points of a draft so that they add up, and shows clipping as a line of its own. */
export function settleReceipt({ score, label, value, lines, defaultUsed }: Draft): ScoreReceipt {
  const raw = lines.reduce((sum, line) => sum + line.points, 0);
  const beyond = value - raw;
  const atLimit = value === 0 || value === HIGHEST;
  const isClipped = atLimit && Math.abs(beyond) > ROUNDING;
  const clipped = isClipped ? [...lines, limitLine(`Limit of ${value}`, beyond)] : lines;
  const points = allotPoints(
    clipped.map((line) => line.points),
    value,
  );
  const settled = clipped.map((line, index) => ({ ...line, points: points[index] ?? 0 }));
  return {
    score,
    label,
    value,
    lines: settled,
    points_total: sumPoints(points),
    default_used: defaultUsed ?? lines.some((line) => line.default_used),
  };
}
