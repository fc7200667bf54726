import { Fraction, round2 } from '../fraction.ts';
import { percentRanks } from '../ranks.ts';

/** The five stored base scores of a fan, in hundredths. */
export interface BaseScores {
  readonly engagement_score: bigint;
  readonly loyalty_score: bigint;
  readonly value_score: bigint;
  readonly sentiment_score: bigint;
  readonly advocacy_score: bigint;
}

export function scoreWonder(base: readonly BaseScores[]) {
  const scores = base.map((fan) =>
    round2(
      Fraction.of(
        35n * fan.engagement_score +
          25n * fan.loyalty_score +
          25n * fan.value_score +
          10n * fan.sentiment_score +
          5n * fan.advocacy_score,
        10_000n,
      ),
    ),
  );
  const ranks = percentRanks(scores);
  return scores.map((score, index) => ({
    wonder_score: score,
    wonder_score_tier: tierOf(score),
    percentile_rank: round2((ranks[index] ?? Fraction.zero).times(100)),
  }));
}

function tierOf(hundredths: bigint): string {
  if (hundredths >= 85_00n) return 'Elite';
  if (hundredths >= 70_00n) return 'Champion';
  if (hundredths >= 55_00n) return 'Supporter';
  return hundredths >= 40_00n ? 'Friend' : 'Explorer';
}
