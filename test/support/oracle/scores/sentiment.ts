import { average } from '../aggregates.ts';
import { Fraction, round2 } from '../fraction.ts';
import type { Population } from '../population.ts';
import { last90 } from '../windows.ts';

export function scoreSentiment({ asOf, fans }: Population) {
  return fans.map((fan) => {
    const rows = last90(fan.sentiment, asOf);
    const nps = average(rows.map((row) => row.nps)) ?? Fraction.of(7);
    const review = average(rows.map((row) => row.review)) ?? Fraction.of(4);
    const social = average(rows.map((row) => row.score)) ?? Fraction.zero;
    const complaints = rows.filter((row) => row.source === 'Complaint').length;
    const npsPoints = nps.times(10).times(Fraction.of(50, 100));
    const reviewPoints = review.minus(Fraction.one).over(4).times(100).times(Fraction.of(30, 100));
    const socialPoints = social.plus(Fraction.of(100)).over(2).times(Fraction.of(20, 100));
    const penalty = Fraction.of(-5 * complaints).clip(-20, 0);
    return {
      sentiment_score: round2(
        Fraction.sum([npsPoints, reviewPoints, socialPoints, penalty]).clip(0, 100),
      ),
      nps_component: round2(npsPoints),
      review_component: round2(reviewPoints),
      sentiment_component: round2(socialPoints),
      complaint_penalty: round2(penalty),
    };
  });
}
