import type { Reading } from '../reading/reading.ts';
import { wordAt } from '../text/word-at.ts';
import { wordSet } from '../words/word-set.ts';

const ALL: ReadonlySet<string> = wordSet('all every each both most');
const MEASURES: ReadonlySet<string> =
  wordSet(`measure measures metric metrics indicator indicators figure figures number numbers score scores kpi kpis else other
  others count counts rest area areas front fronts`);
const GROUPS: ReadonlySet<string> =
  wordSet(`group groups tier tiers sport sports segment segments affiliation affiliations department departments category
  categories team teams`);
const EXCEPT: ReadonlySet<string> = wordSet('except but bar excluding besides');
const REACH = 3;

/**
 * The metrics a direction is said of where it is said of all: "everything rose except lifetime value". 'groups' where
 * it is said of every group, of which no change is known; undefined where it is said of something in particular.
 */
export function overAll(
  { tokens, metrics, facts }: Reading,
  at: number,
): readonly string[] | 'groups' | undefined {
  const word = (index: number) => wordAt(tokens, index);
  const thingOf = (from: number) => {
    if (word(from) === 'everything') return 'measures';
    if (!ALL.has(word(from))) return undefined;
    for (let index = from + 1; index <= from + REACH; index += 1) {
      if (tokens[index]?.kind !== 'word') return undefined;
      if (metrics.some((each) => each.from <= index && index < each.to)) return undefined;
      if (MEASURES.has(word(index))) return 'measures';
      if (GROUPS.has(word(index))) return 'groups';
    }
    return undefined;
  };
  for (let from = 0; from < tokens.length; from += 1) {
    const thing = thingOf(from);
    if (thing === undefined) continue;
    const isSubject = from < at && at <= from + 2 * REACH;
    const isPlace =
      at < from && from <= at + REACH && /^(in|across|on|for|among|by)$/.test(word(from - 1));
    if (thing === 'groups') {
      const isBegun = from === 0 || tokens[from - 1]?.kind === 'mark';
      if ((isSubject && isBegun) || isPlace) return 'groups';
      continue;
    }
    if (!isSubject && !isPlace) continue;
    const but = tokens.findIndex(({ lower }, index) => index > at && EXCEPT.has(lower));
    const isSpared = (metric: string) =>
      but >= 0 && metrics.some((each) => each.of === metric && each.from > but);
    const moved = facts.filter(({ isChange }) => isChange).map(({ metric }) => metric);
    return moved.filter((metric) => !isSpared(metric));
  }
  return undefined;
}
