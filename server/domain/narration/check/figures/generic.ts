import { mentionAt } from '../reading/near.ts';
import type { Reading } from '../reading/reading.ts';
import { isDirection } from '../words/directions.ts';
import { rankOf } from '../words/ranks.ts';
import { wordSet } from '../words/word-set.ts';

/** Words that may stand before a figure or a direction whose thing was named in the sentence before. */
const GENERIC: ReadonlySet<string> =
  wordSet(`it they this that the these those both count number total figure average score averages averaged trend direction is are was were has have had having
  been also now still further again a an but and overall however in at to by of for from up on with which who them
  its their across points point last past during group groups tally sum all altogether just only some then so yet even though while since than as going
  went moved stands stood remains stayed currently today meanwhile more fewer reading readings level levels segment
  result rise fall move change metric measure value values there our we us you change work look reach out start begin
  here there reason most brings bring takes take puts put leaves leave even first equals equal represents represent makes make accounts account means fans fan people members`);

/** "The total is now 764": nothing but words that stand for what the sentence before was about. */
export function isGeneric(
  { tokens, groups, advice, metrics }: Reading,
  at: number,
  { withMetrics = false }: { readonly withMetrics?: boolean } = {},
): boolean {
  const isMetric = (index: number) => withMetrics && mentionAt(metrics, index) !== undefined;
  return tokens
    .slice(0, at)
    .every(
      ({ kind, lower }, index) =>
        kind !== 'word' ||
        GENERIC.has(lower) ||
        lower.endsWith('/verb') ||
        advice.has(index) ||
        isMetric(index) ||
        isDirection(lower) ||
        rankOf(lower) !== undefined ||
        lower.endsWith('ly') ||
        mentionAt(groups, index) !== undefined,
    );
}
