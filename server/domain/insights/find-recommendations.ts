import type { Department } from '../departments.ts';
import type { Phrase, Segment } from '../narration/segments.ts';
import type { FanFilters, Finding } from './finding.ts';
import { type FindingContext, factSheet, windowFact } from './finding-context.ts';
import type { InsightFacts } from './insight-facts.ts';
import type { InsightPriority } from './insight-names.ts';
import { type Play, type Recommendation, recommend } from './recommend.ts';
import { told } from './told.ts';

const PLAYS_OF: ReadonlyMap<Department, readonly Play[]> = new Map([
  ['executive', ['win_back', 'wake_up', 'near_elite']],
  ['athletics', ['win_back', 'wake_up']],
  ['marketing', ['wake_up', 'first_purchase']],
  ['finance', ['win_back']],
  ['alumni', ['invite_hosts', 'win_back']],
]);

/** A play in words. */
interface PlayWords {
  readonly priority: InsightPriority;
  readonly filters: (context: FindingContext) => FanFilters;
  readonly title: (fans: Phrase) => readonly Segment[];
  /** Who they are, as a sentence that goes on with what is expected. */
  readonly reason: string;
  /** What the answering fans do: "If 10% of them ..." */
  readonly answer: string;
  readonly effectLabel: string;
}

const CONTACTABLE = { marketing_opt_in: 'true', gdpr_consent: 'true' } as const;

const WORDS: Readonly<Record<Play, PlayWords>> = {
  win_back: {
    priority: 'high',
    filters: () => ({ segment: 'high_value', churn_risk_level: 'high', ...CONTACTABLE }),
    title: (fans) => told`Win back ${fans} valuable fans at risk`,
    reason: 'fans of high value are at high risk and may be contacted',
    answer: 'stay and spend as before',
    effectLabel: 'Expected effect: revenue kept in 90 days',
  },
  wake_up: {
    priority: 'medium',
    filters: () => ({ segment: 'inactive', ...CONTACTABLE }),
    title: (fans) => told`Invite ${fans} quiet fans back`,
    reason: 'fans are inactive and may be contacted',
    answer: 'come back and spend like active fans',
    effectLabel: 'Expected effect: revenue in 90 days',
  },
  first_purchase: {
    priority: 'medium',
    filters: () => ({ segment: 'new_members', max_revenue: '0', ...CONTACTABLE }),
    title: (fans) => told`Offer ${fans} new members a first purchase`,
    reason: 'new members have not bought anything and may be contacted',
    answer: 'buy as other new members do',
    effectLabel: 'Expected effect: revenue in 90 days',
  },
  invite_hosts: {
    priority: 'medium',
    filters: () => ({ segment: 'advocates', hostings: '0', ...CONTACTABLE }),
    title: (fans) => told`Ask ${fans} advocates to host an event`,
    reason: 'advocates have hosted nothing lately and may be contacted',
    answer: 'agree',
    effectLabel: 'Expected effect: fans who host',
  },
  near_elite: {
    priority: 'low',
    filters: ({ eliteMin, settings }) => ({
      segment: 'champions',
      min_score: String(eliteMin - settings.near_elite_points),
    }),
    title: (fans) => told`Lift ${fans} champions to Elite`,
    reason: 'champions are within a few points of Elite',
    answer: 'take the step',
    effectLabel: 'Expected effect: more Elite fans',
  },
};

function describe(found: Recommendation, words: PlayWords, context: FindingContext) {
  const unit = found.effectUnit === 'money' ? 'money' : 'count';
  const { facts, fact } = factSheet(
    [
      { id: 'fans', label: 'Fans it reaches', value: found.fans, unit: 'count' },
      windowFact(context),
      {
        id: 'response',
        label: 'Share assumed to answer',
        value: 100 * context.settings.response_share,
        unit: 'percent',
      },
      ...(found.mean === null
        ? []
        : [
            {
              id: 'mean',
              label: `Revenue of a comparable fan, ${context.windowDays} days`,
              value: found.mean,
              unit: 'money',
            } as const,
          ]),
      { id: 'effect', label: words.effectLabel, value: found.effect, unit },
    ],
    context,
  );
  const effect =
    found.effectUnit === 'money'
      ? told`about ${fact('effect')} of revenue in ${fact('window')}, ${fact('mean')} each`
      : told`about ${fact('effect')} fans`;
  return {
    facts,
    title: words.title(fact('fans')),
    description: told`${fact('fans')} ${words.reason}. If ${fact('response')} of them ${words.answer}, an assumption, that is ${effect}.`,
  };
}

/** What the department could do for whom, why, and what to expect of it. */
export function findRecommendations(facts: InsightFacts, context: FindingContext): Finding[] {
  return (PLAYS_OF.get(facts.department) ?? []).flatMap((play): Finding[] => {
    const sums = facts.plays.find((each) => each.play === play);
    const found = sums === undefined ? undefined : recommend(sums, context);
    if (found === undefined) return [];
    const words = WORDS[play];
    return [
      {
        ...describe(found, words, context),
        department: facts.department,
        type: 'recommendation',
        priority: words.priority,
        metric: play,
        label: words.effectLabel,
        value: found.effect,
        fans: found.fans,
        smallestGroup: found.mean === null ? found.fans : Math.min(found.fans, found.comparable),
        level: found.fans,
        strength: found.effect,
        filters: words.filters(context),
        from: facts.scoreDate,
        to: facts.scoreDate,
        method:
          found.mean === null
            ? 'Fans it reaches, times the share assumed to answer.'
            : `Fans it reaches, times the share assumed to answer, times what a comparable fan who may be contacted brings in ${context.windowDays} days.`,
      },
    ];
  });
}
