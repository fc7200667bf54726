import type { RingsData } from '../../models/rings-data.ts';
import type { Receipts } from '../../models/score-rings.ts';
import { BASE_NAMES, SCORE_NAMES } from '../shared/score-names.ts';

/** One row of what the rings show, for the table and for the file. */
export interface ScoreRow {
  readonly key: string;
  readonly name: string;
  readonly value: number | null;
  readonly change: number | null;
  readonly weight: number | null;
  readonly points: number | null;
  /** Null where the question has no meaning. */
  readonly ownData: boolean | null;
  /** How many fans a cohort's value is of. */
  readonly fans: number | null;
  /** Too few have it for it to be shown. */
  readonly hidden: boolean;
  readonly unit: 'score' | 'share' | 'money';
  readonly total: boolean;
}

const PLAIN = {
  change: null,
  weight: null,
  points: null,
  ownData: null,
  fans: null,
  hidden: false,
  unit: 'score',
  total: false,
} as const;

/** Everything the rings show; weights and points where the fan's receipt is at hand. */
export function scoreRows(data: RingsData, receipt: Receipts | null): readonly ScoreRow[] {
  return [...baseRows(data, receipt), totalRow(data, receipt), ...furtherRows(data)];
}

function baseRows(data: RingsData, receipt: Receipts | null): ScoreRow[] {
  const lines = receipt?.scores.find((score) => score.score === 'wonder')?.lines ?? [];
  return data.rings.map((ring) => {
    const line = lines.find((candidate) => candidate.component.startsWith(ring.score));
    return {
      ...PLAIN,
      key: ring.score,
      name: BASE_NAMES[ring.score].full,
      value: ring.value,
      change: ring.change,
      weight: line?.weight ?? null,
      points: line?.points ?? null,
      ownData: data.subject.mode === 'fan' ? ring.ownData : null,
      fans: data.fans,
    };
  });
}

function totalRow(data: RingsData, receipt: Receipts | null): ScoreRow {
  const whole = receipt?.scores.find((score) => score.score === 'wonder');
  return {
    ...PLAIN,
    key: 'wonder',
    name: SCORE_NAMES.wonder.full,
    value: data.score,
    change: data.change?.score ?? null,
    weight: whole === undefined ? null : 1,
    points: whole?.points_total ?? null,
    fans: data.fans,
    total: true,
  };
}

function furtherRows({ strip, subject }: RingsData): ScoreRow[] {
  const { hospitality, digital, efficiency, churn, ltv } = strip;
  return [
    { ...PLAIN, key: 'hospitality', name: SCORE_NAMES.hospitality.full, ...hospitality },
    { ...PLAIN, key: 'digital', name: SCORE_NAMES.digital.full, ...digital },
    { ...PLAIN, key: 'efficiency', name: SCORE_NAMES.efficiency.full, ...efficiency },
    churn.of === 'fan'
      ? { ...PLAIN, key: 'churn', name: SCORE_NAMES.churn.full, value: churn.risk }
      : {
          ...PLAIN,
          key: 'churn',
          name: 'High churn risk',
          value: churn.share,
          hidden: churn.share === null,
          fans: churn.fans,
          unit: 'share',
        },
    {
      ...PLAIN,
      key: 'ltv',
      name: subject.mode === 'fan' ? 'Predicted LTV, 12 months' : 'Median LTV, 12 months',
      value: ltv,
      hidden: strip.ltvHidden,
      unit: 'money',
    },
  ];
}
