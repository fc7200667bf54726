import type { StatedFact } from '../../stated-fact.ts';
import type { TextGrounds } from '../check-text.ts';
import type { Token } from '../text/tokens.ts';
import { isFigure, wordAt } from '../text/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import { adviceIn } from './advice.ts';
import { type Mention, metricMentions, nameMentions } from './mentions.ts';
import { Names } from './names.ts';
import { Subjects } from './subjects.ts';

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
  readonly mentions: readonly Mention[];
  readonly subjects: Subjects;
  readonly names: Names;
  readonly facts: readonly StatedFact[];
  readonly inherited: string | undefined;
  readonly people: string | undefined;
  /** Names in lower case that need no figure: the department's. */
  readonly own: ReadonlySet<string>;
  /** The tokens that ask for something and tell nothing. */
  readonly advice: ReadonlySet<number>;
}

/** "Each fan accounts for $48.12 of revenue", "revenue of $210 per fan": one thing in two parts. */
function perFan(tokens: readonly Token[], mentions: readonly Mention[]): Mention[] {
  return mentions.map((mention) => {
    if (mention.of !== 'revenue') return mention;
    const isPart = tokens.some(({ kind }, at) => {
      if (kind !== 'figure') return false;
      const isBefore = mention.from === at + 2 && /^(of|in)$/.test(wordAt(tokens, at + 1));
      const isBehind = at >= mention.to && at - mention.to <= 1;
      return mentions.some(
        ({ of, from, to }) =>
          of === 'revenue_per_fan' &&
          ((isBehind && from === at + 1) || (isBefore && to <= at && at - to <= 4)),
      );
    });
    return isPart ? { ...mention, of: 'revenue_per_fan' } : mention;
  });
}

/** "Elite fans" are a group where the sentence names such a group or compares groups, else a count of their own. */
function mentionsOf(tokens: readonly Token[], facts: readonly StatedFact[]): Mention[] {
  const mentions = metricMentions(tokens);
  const elite = facts.filter(({ group }) => /\bElite$/.test(group ?? ''));
  const longer = elite.flatMap(({ group }) => (group === null || group === 'Elite' ? [] : [group]));
  const isGroup =
    mentions.some(({ of }) => elite.some(({ metric }) => metric === of)) ||
    nameMentions(tokens, longer).length > 0;
  if (!isGroup) return mentions;
  // "There are 48 fewer Elite fans" counts them all the same.
  const isCounted = ({ from }: Mention) =>
    /^(more|fewer|additional|extra)$/.test(wordAt(tokens, from - 1)) && isFigure(tokens, from - 2);
  const counted = mentions.filter((mention) => mention.of === 'elite_fans' && isCounted(mention));
  const others = metricMentions(tokens, wordSet('elite_fans'));
  return [
    ...others.filter(({ from, to }) => !counted.some((one) => from < one.to && one.from < to)),
    ...counted,
  ].sort((one, other) => one.from - other.from);
}

/** What a sentence speaks of, before anything is judged. */
export function readSentence(tokens: readonly Token[], grounds: SentenceGrounds): Reading {
  const { facts, inherited, people } = grounds;
  const mentions = perFan(tokens, mentionsOf(tokens, facts));
  const names = new Names(tokens, { facts, mentions });
  const own = new Set(grounds.names.map((name) => name.toLowerCase()));
  const subjects = new Subjects(tokens, {
    mentions,
    names: names.all,
    own: grounds.names,
    inherited,
  });
  const advice = adviceIn(tokens, [...mentions, ...names.all]);
  return { tokens, mentions, subjects, names, facts, inherited, people, own, advice };
}
