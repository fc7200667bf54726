import { average, sum } from '../aggregates.ts';
import { Fraction, round2 } from '../fraction.ts';
import type { Population, ScoredFan } from '../population.ts';
import { last30, prior60 } from '../windows.ts';

/** The rule-based churn risk, which is also the one shown while no model is published. */
export function scoreChurn({ asOf, fans }: Population) {
  return fans.map((fan) => {
    const lastDay = Math.max(...fan.engagement.map((row) => row.day));
    const days = fan.engagement.length === 0 ? 90 : Math.min(asOf - lastDay, 90);
    const spend = rateRatio(
      sum(last30(fan.spend, asOf).map((row) => row.net)),
      sum(prior60(fan.spend, asOf).map((row) => row.net)),
    );
    const engagement = rateRatio(
      BigInt(last30(fan.engagement, asOf).length),
      BigInt(prior60(fan.engagement, asOf).length),
    );
    const shift = sentimentShift(fan, asOf).clip(-50, 0);
    const risk = round2(
      Fraction.sum([
        Fraction.of(days, 90).times(40),
        Fraction.one.minus(spend.clip(0, 2)).times(30),
        Fraction.one.minus(engagement.clip(0, 2)).times(20),
        shift.times(-1).over(50).times(10),
      ]).clip(0, 100),
    );
    return { churn_risk_score: risk, churn_risk: risk, churn_risk_level: levelOf(risk) };
  });
}

function rateRatio(last: bigint, prior: bigint): Fraction {
  if (prior <= 0n) return Fraction.one;
  return Fraction.of(last, 31).over(Fraction.of(prior, 60));
}

function sentimentShift(fan: ScoredFan, asOf: number): Fraction {
  const last = average(last30(fan.sentiment, asOf).map((row) => row.score));
  const prior = average(prior60(fan.sentiment, asOf).map((row) => row.score));
  return last === null || prior === null ? Fraction.zero : last.minus(prior);
}

function levelOf(hundredths: bigint): string {
  if (hundredths >= 70_00n) return 'high';
  return hundredths >= 40_00n ? 'medium' : 'low';
}
