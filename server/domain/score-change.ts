import { allotPoints, sumPoints } from './allot.ts';
import { baseReceipts, type ReceiptFacts } from './base-receipts.ts';
import { BASE_SCORE_LABELS, BASE_SCORES, type BaseScore } from './score-names.ts';

interface Step {
  readonly label: string;
  /** Points of the WonderScore, before and now. */
  readonly from_points: number;
  readonly to_points: number;
  readonly change: number;
}

/** What one base score gave to a change, with its components; both levels add up. */
export interface ChangePart extends Step {
  readonly score: BaseScore;
  readonly lines: readonly (Step & { readonly component: string })[];
}

interface PartPoints {
  readonly points: number;
  /** By component, adding up to the points. */
  readonly lines: ReadonlyMap<string, { label: string; points: number }>;
}

function wonderPoints(facts: ReceiptFacts): Map<string, PartPoints> {
  const [wonder, ...bases] = baseReceipts(facts);
  return new Map(
    bases.map((base, index) => {
      const line = wonder?.lines[index];
      const points = line?.points ?? 0;
      const weight = line?.weight ?? 0;
      const allotted = allotPoints(
        base.lines.map((each) => each.points * weight),
        points,
      );
      const lines = new Map(
        base.lines.map((each, i) => [
          each.component,
          { label: each.label, points: allotted[i] ?? 0 },
        ]),
      );
      return [base.score, { points, lines }];
    }),
  );
}

function step(label: string, from: number, to: number): Step {
  return { label, from_points: from, to_points: to, change: sumPoints([to, -from]) };
}

/** The change between two days split by base score and component, in points of the WonderScore. */
export function splitChange(from: ReceiptFacts, to: ReceiptFacts): ChangePart[] {
  const before = wonderPoints(from);
  const after = wonderPoints(to);
  return BASE_SCORES.map((score) => {
    const was = before.get(score);
    const is = after.get(score);
    const components = new Set([...(was?.lines.keys() ?? []), ...(is?.lines.keys() ?? [])]);
    return {
      score,
      ...step(BASE_SCORE_LABELS[score], was?.points ?? 0, is?.points ?? 0),
      lines: [...components].map((component) => {
        const old = was?.lines.get(component);
        const now = is?.lines.get(component);
        const label = now?.label ?? old?.label ?? component;
        return { component, ...step(label, old?.points ?? 0, now?.points ?? 0) };
      }),
    };
  });
}
