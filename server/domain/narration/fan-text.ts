import type { BaseScore } from '../score-names.ts';
import type { ChurnLevel } from './fan-facts.ts';
import type { Phrase } from './segments.ts';
import { type Sentence, sentence } from './sentences.ts';
import type { StatedFact } from './stated-fact.ts';

/** What is known of a fan beside the figures. */
export interface FanStanding {
  readonly tier: string;
  readonly level: ChurnLevel;
  /** The fan's strongest and weakest score with own data; null with fewer than two. */
  readonly strongest: BaseScore | null;
  readonly weakest: BaseScore | null;
  /** Scores without data of the fan's own in the last ninety days, which took a default. */
  readonly unknown: readonly BaseScore[];
  /** Whether the fan may be written to. */
  readonly isContactable: boolean;
}

const ADVICE: Readonly<Record<BaseScore, string>> = {
  engagement: 'invite this fan to an event',
  loyalty: 'offer a reward that can be redeemed now',
  value: 'offer a package that fits what this fan bought before',
  sentiment: 'ask what could have been better',
  advocacy: 'ask this fan for a referral',
};

/** "The top 95% of members" would be no praise. */
const HALF = 50;

/** "Value, sentiment or advocacy": behind a "nothing about". */
function listed(names: readonly string[]): string {
  return names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}

/** A fan in two to four sentences: standing, strength and weakness, risk, what to do. */
export function writeFan(facts: readonly StatedFact[], standing: FanStanding): Sentence[] {
  const get = (id: string) => facts.find((fact) => fact.id === id);
  const [score, top, change, period] = ['score', 'top', 'score.change', 'period'].map(get);
  if (score === undefined || top === undefined) return [];
  const moved: Phrase =
    change === undefined || period === undefined
      ? []
      : change.direction === 'flat'
        ? [', unchanged in ', period]
        : [`, ${change.direction} `, change, ' points in ', period];
  const { strongest, weakest, unknown, level, tier, isContactable } = standing;
  const [best, least] = [strongest, weakest].map((each) => (each === null ? undefined : get(each)));
  const strengths =
    best === undefined || least === undefined
      ? []
      : [sentence('win', `${strongest} is strongest at `, best, `, ${weakest} weakest at `, least)];
  const blanks =
    unknown.length === 0
      ? []
      : [
          sentence(
            'concern',
            `there is nothing from the last ninety days about ${listed(unknown)}`,
          ),
        ];
  const risk = get('risk');
  const danger =
    risk === undefined || level === 'low'
      ? []
      : [sentence('concern', `the risk of leaving is ${level}, at `, risk)];
  const advised =
    level === 'high' ? 'call this fan soon' : weakest === null ? null : ADVICE[weakest];
  // Whatever is advised is told to the fan.
  const advice =
    advised === null
      ? []
      : [sentence('recommendation', isContactable ? advised : 'this fan may not be contacted')];
  return [
    sentence(
      'summary',
      'a WonderScore of ',
      score,
      ` puts this fan in the ${tier} tier, in the `,
      (top.value ?? 0) > HALF ? 'lower half' : ['top ', top],
      ' of members',
      moved,
    ),
    ...strengths,
    ...danger,
    ...blanks,
    ...advice,
  ];
}
