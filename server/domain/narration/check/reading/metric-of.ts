import { isFigure, wordAt } from '../text/word-at.ts';
import { isDirection } from '../words/directions.ts';
import { wordSet } from '../words/word-set.ts';
import { ARTICLES, HELPERS } from './counted.ts';
import { isBase } from './is-base.ts';
import type { Mention } from './mentions.ts';
import { lastBefore } from './near.ts';
import type { Reading } from './reading.ts';

/** Words before all fans that make them the ground of a figure, and not its thing: "among our fans". */
const GROUNDS = wordSet('among amongst across of for by in from');
const COLLECTIVES = wordSet(
  'number count total community group pool population headcount circle crowd family roster',
);

/** All fans are a sentence's subject at its beginning, as "the number of fans" or where they grow; else its ground. */
function isSubject({ tokens, groups, own }: Reading, { from, to }: Mention): boolean {
  const [lead, word] = [wordAt(tokens, from - 1), wordAt(tokens, from)];
  if (groups.some((group) => group.to === from)) return false;
  // "A small decline in fans, 20 in 28 days": fans are what moved.
  if (lead === 'in' && isDirection(wordAt(tokens, from - 2))) return true;
  const isGround = GROUNDS.has(lead) || GROUNDS.has(wordAt(tokens, from - 2));
  const isCount = to - from > 1 || /^(fanbase|membership|headcount|following)$/.test(word);
  const isHead = !isFigure(tokens, from - 1) && /^[(:–—]$/.test(wordAt(tokens, to));
  const verb = HELPERS.has(wordAt(tokens, to)) ? to + 1 : to;
  if (!isGround && (isCount || isHead || isDirection(wordAt(tokens, verb)))) return true;
  const first = tokens.findLastIndex(
    ({ lower }, index) => index < from && !ARTICLES.has(lower) && !own.has(lower),
  );
  if (first < 0) return true;
  return wordAt(tokens, first) === 'of' && COLLECTIVES.has(wordAt(tokens, first - 1));
}

/** What may be the subject of something else: not counted by a figure, not mere ground. */
function freeMetrics(reading: Reading): Mention[] {
  return reading.metrics.filter((metric) => {
    const by = reading.counted.get(metric);
    if (by !== undefined) return isBase(reading, by) && metric.of !== 'fans';
    return metric.of !== 'fans' || isSubject(reading, metric);
  });
}

/** "Revenue, which is now ...": what stands right before a "which". */
function metricOfWhich({ tokens, metrics }: Reading, at: number): string | undefined {
  const which = tokens.findLastIndex(
    ({ lower, kind }, index) =>
      index < at && (/^(which|whose|that)$/.test(lower) || kind === 'figure'),
  );
  if (wordAt(tokens, which) !== 'which') return undefined;
  const end = wordAt(tokens, which - 1) === ',' ? which - 1 : which;
  return metrics.find(({ to }) => to === which || to === end)?.of;
}

/** "The former by 26 and the latter by 412": of the two things named before. */
function metricOfTwo({ tokens, metrics }: Reading, at: number): string | undefined {
  const which = tokens.findLastIndex(
    ({ lower, kind }, index) =>
      index < at && (/^(former|latter)$/.test(lower) || kind === 'figure'),
  );
  if (!/^(former|latter)$/.test(wordAt(tokens, which))) return undefined;
  if (metrics.some(({ from }) => from > which && from < at)) return undefined;
  const named = metrics.filter(({ to }) => to <= which);
  if (named.length > 2) return undefined;
  return named[wordAt(tokens, which) === 'former' ? 0 : 1]?.of;
}

/** The metric that a word at `at` speaks of: the nearest before it, that of "it", else the nearest behind. */
export function nearestMetric(reading: Reading, at: number): string | undefined {
  const free = freeMetrics(reading);
  const before = metricOfWhich(reading, at) ?? lastBefore(free, at)?.of ?? reading.it;
  if (before !== undefined) return before;
  const counted = [...reading.counted.keys()];
  // "31,774 fans, 205 more": so many of the same.
  const isMore = /^(more|fewer)$/.test(wordAt(reading.tokens, at + 1));
  return (
    lastBefore(
      counted.filter(({ of }) => isMore || of !== 'fans'),
      at,
    ) ??
    free.find(({ from }) => from > at) ??
    counted.find(({ from }) => from !== at)
  )?.of;
}

/** The metric a figure is of, by the place of the words; undefined where its sentence names none. */
export function metricOfFigure(reading: Reading, at: number): string | undefined {
  const placed = reading.listed.metrics.get(at) ?? metricOfTwo(reading, at);
  if (placed !== undefined) return placed;
  if (isBase(reading, at)) return 'fans';
  const counted = [...reading.counted].find(([, by]) => by === at)?.[0];
  return counted?.of ?? nearestMetric(reading, at);
}

/** What the sentence as a whole is about, for "they" in the next one. */
export function mainMetric(reading: Reading): string | undefined {
  const { metrics } = reading;
  return (freeMetrics(reading)[0] ?? metrics.find(({ of }) => of !== 'fans') ?? metrics[0])?.of;
}
