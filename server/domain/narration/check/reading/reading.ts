import type { StatedFact } from '../../stated-fact.ts';
import type { TextGrounds } from '../check-text.ts';
import type { Token } from '../text/tokens.ts';
import { isFigure, wordAt } from '../text/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { adviceIn } from './advice.ts';
import { alignedFigures } from './align.ts';
import { countedMetrics } from './counted.ts';
import { type Mention, metricMentions, nameMentions } from './mentions.ts';
import { mentionAt } from './near.ts';

/** What a sentence is judged by. */
export interface SentenceGrounds extends TextGrounds {
  /** The metric the sentence before was about: "they" in this one. */
  readonly inherited: string | undefined;
  /** The last of the people some of all fans are, such as those at risk: "these fans". */
  readonly people: string | undefined;
}

/** A sentence with what it speaks of: what all the checks read. */
export interface Reading {
  readonly tokens: readonly Token[];
  /** Where it speaks of metrics, and where of groups. */
  readonly metrics: readonly Mention[];
  readonly groups: readonly Mention[];
  /** What each figure of a list is of, by the index of the figure. */
  readonly listed: Readonly<Record<'metrics' | 'groups', ReadonlyMap<number, string>>>;
  /** The metrics that a figure in front counts, each with the index of that figure. */
  readonly counted: ReadonlyMap<Mention, number>;
  readonly facts: readonly StatedFact[];
  /** What the sentence before was about, and what "it" is where this one begins with it. */
  readonly inherited: string | undefined;
  readonly it: string | undefined;
  readonly people: string | undefined;
  /** Names in lower case that need no figure: the department's. */
  readonly own: ReadonlySet<string>;
  /** The tokens that ask for something and tell nothing. */
  readonly advice: ReadonlySet<number>;
}

/** "Each fan accounts for $48.12 of revenue", "revenue of $210 per fan": one thing in two parts. */
function perFan(tokens: readonly Token[], metrics: readonly Mention[]): Mention[] {
  return metrics.map((mention) => {
    if (mention.of !== 'revenue') return mention;
    const isPart = tokens.some(({ kind }, at) => {
      if (kind !== 'figure') return false;
      const isBefore = mention.from === at + 2 && /^(of|in)$/.test(wordAt(tokens, at + 1));
      const isBehind = at >= mention.to && at - mention.to <= 1;
      return metrics.some(
        ({ of, from, to }) =>
          of === 'revenue_per_fan' &&
          ((isBehind && from === at + 1) || (isBefore && to <= at && at - to <= 4)),
      );
    });
    return isPart ? { ...mention, of: 'revenue_per_fan' } : mention;
  });
}

/** "Elite fans" are a group where the sentence names such a group or compares groups, else a count of their own. */
function metricsOf(tokens: readonly Token[], facts: readonly StatedFact[]): Mention[] {
  const metrics = metricMentions(tokens);
  const elite = facts.filter(({ group }) => /\bElite$/.test(group ?? ''));
  const longer = elite.flatMap(({ group }) => (group === null || group === 'Elite' ? [] : [group]));
  const isGroup =
    metrics.some(({ of }) => elite.some(({ metric }) => metric === of)) ||
    nameMentions(tokens, longer).length > 0;
  if (!isGroup) return metrics;
  // "There are 48 fewer Elite fans" counts them all the same.
  const isCounted = ({ from }: Mention) =>
    /^(more|fewer|additional|extra)$/.test(wordAt(tokens, from - 1)) && isFigure(tokens, from - 2);
  const counted = metrics.filter((mention) => mention.of === 'elite_fans' && isCounted(mention));
  const others = metricMentions(tokens, wordSet('elite_fans'));
  return [
    ...others.filter(({ from, to }) => !counted.some((one) => from < one.to && one.from < to)),
    ...counted,
  ].sort((one, other) => one.from - other.from);
}

/** Words, with their mark, in front of the "it" of a sentence. */
const MOST_OPENING = 5;

/** Whether a sentence is about what the one before was: "they rose", "across all fans, it averages 47.6". */
function goesOnWithIt(tokens: readonly Token[], metrics: readonly Mention[]): boolean {
  const isIt = (at: number) => /^(it|they)$/.test(wordAt(tokens, at));
  const start = tokens.findIndex(({ kind }) => kind === 'mark') + 1;
  const isOpened = metrics.every(({ of, from }) => from >= start || of === 'fans');
  return isIt(0) || (isOpened && start <= MOST_OPENING && isIt(start));
}

/** What a sentence speaks of, before anything is judged. */
export function readSentence(tokens: readonly Token[], grounds: SentenceGrounds): Reading {
  const { facts, inherited, people } = grounds;
  const metrics = perFan(tokens, metricsOf(tokens, facts));
  const named = new Set(facts.flatMap(({ group }) => group ?? []));
  const groups = nameMentions(tokens, [...named]).filter(
    ({ from }) => mentionAt(metrics, from) === undefined,
  );
  const own = new Set(grounds.names.map((name) => name.toLowerCase()));
  return {
    tokens,
    metrics,
    groups,
    listed: { metrics: alignedFigures(tokens, metrics), groups: alignedFigures(tokens, groups) },
    counted: countedMetrics(tokens, metrics, own),
    facts,
    inherited,
    it: goesOnWithIt(tokens, metrics) ? inherited : undefined,
    people,
    own,
    advice: adviceIn(tokens, [...metrics, ...groups]),
  };
}
