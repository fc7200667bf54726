import type { Department } from '../departments.ts';
import { type MetricWords, metricWords } from './metric-words.ts';
import type { Phrase } from './segments.ts';
import { type Sentence, type SentenceRole, sentence } from './sentences.ts';
import type { StatedFact } from './stated-fact.ts';

/** A change below this, in points or as a share of what was before, is not worth a sentence. */
const LEAST_POINTS = 0.3;
const LEAST_SHARE = 0.01;

/** What to do about the group with the least of a department's metric. */
const ACTIONS: Readonly<Record<Department, string>> = {
  executive: 'look first at ',
  athletics: 'plan the next fan event around ',
  marketing: 'aim the next digital campaign at ',
  finance: 'review the offers for ',
  alumni: 'ask for hosts and referrals around ',
};

/** The concern is the group with the least. */
const LOWEST = 'lowest';

interface Moved {
  readonly level: StatedFact;
  readonly change: StatedFact;
  readonly words: MetricWords;
  /** Size of the change as a share of the value before. */
  readonly weight: number;
}

class Facts {
  readonly #facts: readonly StatedFact[];

  constructor(facts: readonly StatedFact[]) {
    this.#facts = facts;
  }

  get(id: string): StatedFact | undefined {
    return this.#facts.find((fact) => fact.id === id);
  }

  ranked(rank: 'highest' | 'lowest'): StatedFact | undefined {
    return this.#facts.find((fact) => fact.rank === rank);
  }

  /** Changes worth a sentence, greatest first. */
  moves(): Moved[] {
    return this.#facts
      .filter(({ isChange, direction }) => isChange && direction !== 'flat')
      .flatMap((change) => {
        const level = this.get(change.metric);
        const words = metricWords(change.metric);
        if (level === undefined || words === undefined) return [];
        const size = Math.abs(change.value ?? 0);
        const before = Math.abs((level.value ?? 0) - (change.value ?? 0));
        const isWorth =
          change.unit === 'points' ? size >= LEAST_POINTS : size >= LEAST_SHARE * before;
        return isWorth ? [{ level, change, words, weight: size / Math.max(before, 1) }] : [];
      })
      .sort((one, other) => other.weight - one.weight);
  }
}

const unitWord = (fact: StatedFact) => (fact.unit === 'points' ? ' points' : '');

function inPeriod(facts: Facts): Phrase {
  const period = facts.get('period');
  return period === undefined ? [] : [' in ', period];
}

function shareOf(facts: Facts, metric: string): Phrase {
  const share = facts.get(`${metric}.share`);
  return share === undefined ? [] : [', ', share, ' of the total'];
}

function headline(facts: Facts): Sentence[] {
  const level = facts.get('average_wonder_score');
  const fans = facts.get('fans');
  if (level === undefined || fans === undefined) return [];
  const change = facts.get('average_wonder_score.change');
  const moved: Phrase =
    change === undefined
      ? []
      : change.direction === 'flat'
        ? [', unchanged', inPeriod(facts)]
        : [`, ${change.direction} `, change, ' points', inPeriod(facts)];
  return [sentence('summary', 'WonderScore averages ', level, ' across ', fans, ' fans', moved)];
}

function changed(facts: Facts, moved: Moved, role: SentenceRole): Sentence {
  const { level, change, words } = moved;
  const verb = change.direction === 'up' ? 'rose' : 'fell';
  return sentence(
    role,
    `${words.subject} ${verb} by `,
    change,
    `${unitWord(change)} to `,
    level,
    inPeriod(facts),
    shareOf(facts, level.metric),
  );
}

function ranked(fact: StatedFact, role: SentenceRole): Sentence {
  const subject = metricWords(fact.metric)?.subject ?? fact.label;
  const place = fact.rank === 'highest' ? 'leads with' : 'has the lowest';
  return fact.rank === 'highest'
    ? sentence(role, `${fact.group} ${place} ${subject} of `, fact)
    : sentence(role, `${fact.group} ${place} ${subject}, `, fact);
}

function atRisk(facts: Facts): Sentence[] {
  const fans = facts.get('at_risk_fans');
  if (fans === undefined || (fans.value ?? 0) <= 0) return [];
  return [sentence('concern', fans, ' fans are at risk', shareOf(facts, 'at_risk_fans'))];
}

function stands(facts: Facts, role: SentenceRole): Sentence[] {
  const level = facts.get('average_engagement') ?? facts.get('fans') ?? facts.get('revenue');
  const words = level === undefined ? undefined : metricWords(level.metric);
  if (level === undefined || words === undefined) return [];
  // Nothing at all is no win.
  if ((level.value ?? 0) === 0) return [];
  const verb = words.isPlural ? 'number' : 'stands at';
  return [sentence(role, `${words.subject} ${verb} `, level)];
}

function advice(facts: Facts, department: Department, concern: string | undefined): Sentence[] {
  const fans = facts.get('at_risk_fans');
  const lowest = facts.ranked('lowest');
  const isAboutRisk = concern === 'at_risk_fans' || department === 'executive';
  if (fans !== undefined && (fans.value ?? 0) > 0 && (isAboutRisk || lowest === undefined)) {
    return [sentence('recommendation', 'look at the ', fans, ' fans at risk first')];
  }
  if (lowest === undefined) return [];
  // Said already where the concern is that very group.
  if (concern === LOWEST) {
    return [sentence('recommendation', `${ACTIONS[department]}${lowest.group}`)];
  }
  const subject = metricWords(lowest.metric)?.subject ?? lowest.label;
  return [
    sentence(
      'recommendation',
      `${ACTIONS[department]}${lowest.group}, where ${subject} is lowest at `,
      lowest,
    ),
  ];
}

const isGood = ({ change, words }: Moved) => change.direction === words.better;

/** The summary across all departments: where the score stands, what moved most, what to do. */
export function writeSummary(known: readonly StatedFact[]): Sentence[] {
  const facts = new Facts(known);
  const moves = facts.moves().filter(({ level }) => level.metric !== 'average_wonder_score');
  const concern = moves.find((moved) => !isGood(moved));
  const win = moves.find(isGood);
  const told = concern ?? win;
  const second =
    told === undefined ? atRisk(facts) : [changed(facts, told, isGood(told) ? 'win' : 'concern')];
  return [...headline(facts), ...second, ...advice(facts, 'executive', told?.level.metric)];
}

/** A department's report: a win, a concern, a recommendation; each only where there is something to say. */
export function writeReport(known: readonly StatedFact[], department: Department): Sentence[] {
  const facts = new Facts(known);
  const moves = facts.moves();
  const [good, bad] = [moves.find(isGood), moves.find((moved) => !isGood(moved))];
  const [highest, lowest] = [facts.ranked('highest'), facts.ranked('lowest')];
  const win =
    good !== undefined
      ? [changed(facts, good, 'win')]
      : highest !== undefined
        ? [ranked(highest, 'win')]
        : stands(facts, 'win');
  const concern =
    bad !== undefined
      ? [changed(facts, bad, 'concern')]
      : facts.get('at_risk_fans') !== undefined
        ? atRisk(facts)
        : lowest !== undefined
          ? [ranked(lowest, 'concern')]
          : [];
  const about =
    bad?.level.metric ?? (facts.get('at_risk_fans') === undefined ? LOWEST : 'at_risk_fans');
  return [...win, ...concern, ...advice(facts, department, about)];
}
