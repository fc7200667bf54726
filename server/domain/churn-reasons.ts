import { formatNumber } from './format-number.ts';
import { numberOrNull, type Values } from './values.ts';

/** What a feature adds to a risk of 0..100; negative: it lowers it. */
export interface Contribution {
  readonly feature: string;
  readonly points: number;
}

/** Why a fan is at risk, in words. */
export interface ChurnReason extends Contribution {
  readonly text: string;
  /** The fan's own value; null where there is none. */
  readonly value: number | null;
}

const MOST_REASONS = 3;
/** Less is not worth a word. */
const LEAST_POINTS = 0.5;
const LONGEST_SILENCE = 365;
const RECENT_SILENCE = 14;

const LOCALE = 'en-US';
const count = (value: number) => formatNumber(value, { unit: 'count', locale: LOCALE });
const score = (value: number) => formatNumber(value, { unit: 'score', locale: LOCALE });
const money = (value: number) => formatNumber(value, { unit: 'money', locale: LOCALE });
const some = (value: number, one: string, many: string) =>
  `${count(value)} ${value === 1 ? one : many}`;

/** What a reason is about: two features of one kind tell the same thing twice. */
type Kind = 'silence' | 'spend' | 'tone' | 'complaints';

interface Told {
  readonly kind: Kind;
  /** A score sums up what facts say more plainly: it is a reason where no fact of its kind is. */
  readonly isScore: boolean;
  readonly words: (value: number, values: Values) => string | null;
}

const fact = (kind: Kind, words: Told['words']): Told => ({ kind, isScore: false, words });
const scored = (kind: Kind, name: string): Told => ({
  kind,
  isScore: true,
  words: (value) => `${name} score of ${score(value)} of 100`,
});

/** Words for the features that staff can act on; null where the value is no reason. */
const WORDS: ReadonlyMap<string, Told> = new Map<string, Told>([
  [
    'days_since_last_engagement',
    fact('silence', (days) => {
      if (days >= LONGEST_SILENCE) return 'No engagement for a year or more';
      if (days === 0) return 'Last engaged on the day itself';
      if (days < RECENT_SILENCE) return `Last engaged ${some(days, 'day', 'days')} ago`;
      return `No engagement for ${count(days)} days`;
    }),
  ],
  [
    'engagements_last_30d',
    fact('silence', (value) =>
      value === 0
        ? 'No engagement in the last 30 days'
        : `${some(value, 'engagement', 'engagements')} in the last 30 days`,
    ),
  ],
  ['engagement_score', scored('silence', 'Engagement')],
  [
    'spend_last_30d',
    fact('spend', (spend, values) => {
      if (spend > 0) return `${money(spend)} spent in the last 30 days`;
      if (spend < 0) return `${money(-spend)} more refunded than spent in the last 30 days`;
      const before = numberOrNull(values, 'spend_prior_60d');
      if (before === 0) return 'No spend in the last 90 days';
      // Nothing is claimed of days that are unknown, or of which more was refunded than spent.
      return before !== null && before > 0
        ? `No spend in the last 30 days, after ${money(before)} in the 60 before`
        : 'No spend in the last 30 days';
    }),
  ],
  ['value_score', scored('spend', 'Value')],
  ['sentiment_score', scored('tone', 'Sentiment')],
  [
    'complaint_count',
    fact('complaints', (value) =>
      value === 0 ? null : `${some(value, 'complaint', 'complaints')} in 90 days`,
    ),
  ],
  [
    'inactivity',
    fact('silence', (_, values) => {
      const days = numberOrNull(values, 'days_since_engagement');
      return days === null
        ? 'No engagement for 90 days or more'
        : `No engagement for ${some(days, 'day', 'days')}`;
    }),
  ],
  ['spend', fact('spend', (value) => `Spends ${pace(value)} the 60 days before`)],
  ['engagement', fact('silence', (value) => `Engages ${pace(value)} the 60 days before`)],
  [
    'sentiment',
    fact(
      'tone',
      (value) =>
        `The tone on social media fell by ${formatNumber(-value, { unit: 'points', locale: LOCALE })} points`,
    ),
  ],
]);

function pace(ratio: number): string {
  return ratio === 0
    ? 'nothing now, unlike in'
    : `at ${formatNumber(100 * ratio, { unit: 'percent', locale: LOCALE })} of the pace of`;
}

/** Columns of the rule's inputs by what they add to. */
const RULE_INPUTS: ReadonlyMap<string, string> = new Map([
  ['inactivity', 'days_since_engagement'],
  ['spend', 'spend_rate_ratio'],
  ['engagement', 'engagement_rate_ratio'],
  ['sentiment', 'sentiment_shift'],
]);

/** Whether staff can do something about a feature. */
export function isActionable(feature: string): boolean {
  return WORDS.has(feature);
}

interface Candidate extends ChurnReason {
  readonly kind: Kind;
  readonly isScore: boolean;
}

/**
 * The three strongest reasons that staff can act on, strongest first: what raises the risk by half a point or
 * more, each of a kind of its own, a fact before a score that sums it up. `values` holds the fan's features by
 * name, or the inputs of the rule.
 */
export function churnReasons(
  contributions: readonly Contribution[],
  values: Values,
): ChurnReason[] {
  const candidates = [...contributions]
    .filter(({ points }) => points >= LEAST_POINTS)
    .sort((one, other) => other.points - one.points || (one.feature < other.feature ? -1 : 1))
    .flatMap(({ feature, points }): Candidate[] => {
      const told = WORDS.get(feature);
      const value = numberOrNull(values, RULE_INPUTS.get(feature) ?? feature);
      const text = told?.words(value ?? 0, values) ?? null;
      if (told === undefined || text === null) return [];
      const { kind, isScore } = told;
      return [{ kind, isScore, feature, text, value, points: Math.round(points * 10) / 10 }];
    });
  return candidates
    .filter((each) => each === bestOfKind(candidates, each.kind))
    .slice(0, MOST_REASONS)
    .map(({ feature, text, value, points }) => ({ feature, text, value, points }));
}

function bestOfKind(candidates: readonly Candidate[], kind: Kind): Candidate | undefined {
  const own = candidates.filter((each) => each.kind === kind);
  return own.find(({ isScore }) => !isScore) ?? own[0];
}
