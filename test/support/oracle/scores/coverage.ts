import { Fraction, round2 } from '../fraction.ts';
import type { Population } from '../population.ts';
import { last90 } from '../windows.ts';
import { isAttended } from './attended.ts';
import { isLearning, isPurchase } from './purchases.ts';

/** Which base scores rest on data of the fan's own, and the weight they have together. */
export function measureCoverage({ asOf, fans, categories }: Population) {
  return fans.map((fan) => {
    const purchases = last90(fan.spend, asOf).filter(isPurchase);
    const has = {
      has_engagement:
        last90(fan.engagement, asOf).length > 0 ||
        last90(fan.attendance, asOf).some(isAttended) ||
        purchases.some(isLearning(categories)),
      has_loyalty: fan.fan.created !== null,
      has_value: purchases.length > 0,
      has_sentiment: last90(fan.sentiment, asOf).length > 0,
      has_advocacy: last90(fan.advocacy, asOf).length > 0,
    };
    const hundredths =
      (has.has_engagement ? 35 : 0) +
      (has.has_loyalty ? 25 : 0) +
      (has.has_value ? 25 : 0) +
      (has.has_sentiment ? 10 : 0) +
      (has.has_advocacy ? 5 : 0);
    return { coverage: round2(Fraction.of(hundredths, 100)), ...has };
  });
}
