import { metricWords, NARRATED_METRICS } from '../metric-words.ts';
import type { Token } from './tokens.ts';

/** A metric or a group's name where a sentence speaks of it. */
export interface Mention {
  /** The metric, or the name as the facts write it. */
  readonly of: string;
  /** Of its first token and of the one behind its last. */
  readonly from: number;
  readonly to: number;
}

interface Pattern {
  readonly of: string;
  readonly words: readonly string[];
}

const PEOPLE = ['fans', 'members', 'people'] as const;
const COPULAS = ['are', 'remain', 'are now', 'are currently', 'who are', 'now'] as const;

/** "fans are at risk" says what "fans at risk" does, and is no mention of all fans. */
const LINKED: readonly (readonly [string, string])[] = PEOPLE.flatMap((people) =>
  COPULAS.flatMap((copula) => [
    ['at_risk_fans', `${people} ${copula} at risk of leaving`] as const,
    ['at_risk_fans', `${people} ${copula} at risk`] as const,
    ['elite_fans', `${people} ${copula} elite`] as const,
    ['elite_fans', `${people} ${copula} in the elite tier`] as const,
  ]),
);

function patternsOf(pairs: readonly (readonly [string, string])[]): Pattern[] {
  return pairs
    .map(([of, name]) => ({ of, words: name.toLowerCase().split(' ') }))
    .sort((one, other) => other.words.length - one.words.length);
}

const METRICS = patternsOf([
  ...LINKED,
  ...NARRATED_METRICS.flatMap((metric) =>
    (metricWords(metric)?.names ?? []).map((name) => [metric, name] as const),
  ),
]);

function matchAt(tokens: readonly Token[], at: number, pattern: Pattern): boolean {
  return pattern.words.every((word, index) => tokens[at + index]?.lower === word);
}

function find(tokens: readonly Token[], patterns: readonly Pattern[]): Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const found = patterns.find((pattern) => matchAt(tokens, at, pattern));
    if (found === undefined) continue;
    mentions.push({ of: found.of, from: at, to: at + found.words.length });
    at += found.words.length - 1;
  }
  return mentions;
}

/** Every metric a sentence speaks of, longest names first, none inside another. */
export function metricMentions(tokens: readonly Token[]): Mention[] {
  return find(tokens, METRICS);
}

/** Every group of `names` a sentence speaks of, whatever its case; also in the plural. */
export function nameMentions(tokens: readonly Token[], names: readonly string[]): Mention[] {
  const pairs = names.flatMap((name) => [[name, name] as const, [name, `${name}s`] as const]);
  return find(tokens, patternsOf(pairs));
}
