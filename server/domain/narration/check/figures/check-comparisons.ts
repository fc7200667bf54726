import type { Mention } from '../reading/mentions.ts';
import type { Reading } from '../reading/reading.ts';
import type { Links } from './bind-figures.ts';

const SIDES: ReadonlyMap<string, 1 | -1> = new Map([
  ['above', 1],
  ['below', -1],
]);

/** The first "above" or "below" between two figures that is not so, or that compares what cannot be compared. */
export function wrongComparison({ tokens, groups }: Reading, links: Links): string | undefined {
  const at = (index: number) => links.find(([token]) => token === tokens[index])?.[1];
  return tokens.find(({ lower }, index) => {
    const side = SIDES.get(lower);
    if (side === undefined) return false;
    const places = tokens.flatMap(({ kind }, place) => (kind === 'figure' ? [place] : []));
    const one = at(places.filter((place) => place < index).at(-1) ?? -1);
    const next = places.find((place) => place > index) ?? -1;
    const other = at(next);
    // "Below Golf, and Football has 45.7": not compared with the group of the figure.
    const isOfAnother = ({ of, from }: Mention) =>
      from > index && from < next && of !== other?.group;
    if (groups.some(isOfAnother)) return true;
    // "$15,940 above the earlier $396,740": the change itself says which way.
    if (one?.isChange === true) return one.direction !== (side > 0 ? 'up' : 'down');
    if (one?.value == null || other?.value == null || one.metric !== other.metric) return true;
    return one.unit !== other.unit || Math.sign(one.value - other.value) !== side;
  })?.text;
}
