import type { Token } from '../text/tokens.ts';
import { wordAt } from '../text/word-at.ts';
import { isDirection } from '../words/directions.ts';
import { DESCRIBING_FANS } from '../words/figure-neighbours.ts';
import { wordSet } from '../words/word-set.ts';
import type { Mention } from './mentions.ts';
import { mentionFrom } from './near.ts';
import { isState } from './people.ts';

/** Words between a figure and the thing it counts: "the 59 current fans at risk". */
const GLUE = wordSet(`
  of in for the our that this those these them all more fewer less additional extra current total new points point its
  their from to off number average overall`);
/** Words between them that say how it moved, and weigh nothing: "412 were lost in fans at risk". */
const MOVING = wordSet('was were been came have has had a');
/** Words that help a verb. */
export const HELPERS = wordSet('has have was were is are also');
/** Words that may stand before "fans" and leave them all fans. */
export const ARTICLES = wordSet('all the our its their total whole that this entire');
const MOST_GLUE = 3;

/** What is spoken of, with the figure in front that counts it: such a thing is not the subject of another figure. */
export function countedMetrics(
  tokens: readonly Token[],
  metrics: readonly Mention[],
  own: ReadonlySet<string>,
): ReadonlyMap<Mention, number> {
  const isStateAt = (at: number) => metrics.some(({ of, from }) => from === at && isState(of));
  const countedBy = (at: number): Mention | undefined => {
    const written = tokens[at]?.written;
    let isShare = written?.isShare === true;
    let glue = 0;
    for (let index = at + 1; glue <= MOST_GLUE; index += 1) {
      const found = mentionFrom(metrics, index);
      if (found !== undefined) return isShare && found.of === 'fans' ? undefined : found;
      const word = wordAt(tokens, index);
      if (word === 'of') isShare = true;
      if (MOVING.has(word) || isDirection(word)) continue;
      const isHelping =
        HELPERS.has(word) &&
        (written?.kind === 'percent' || index > at + 1 || isStateAt(index + 1));
      if (!isHelping && !GLUE.has(word) && !DESCRIBING_FANS.has(word) && !own.has(word))
        return undefined;
      glue += 1;
    }
    return undefined;
  };
  const counted = new Map<Mention, number>();
  tokens.forEach(({ kind }, at) => {
    const metric = kind === 'figure' ? countedBy(at) : undefined;
    if (metric !== undefined) counted.set(metric, at);
  });
  return counted;
}
