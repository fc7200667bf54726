import type { Token } from '../text/tokens.ts';
import { isFigure, wordAt } from '../text/word-at.ts';
import { wordSet } from '../words/word-set.ts';
import type { Mention } from './mentions.ts';

/** Words that may stand between the things of a list. */
const JOINING: ReadonlySet<string> = wordSet(
  'and or also both the average our at its their total as well',
);
/** Words that may stand between the figures of a list; "to" goes on with the same thing, any other with the next. */
const SPACING: ReadonlySet<string> = wordSet(
  'by of to at and point points respectively up down reach reaching reached ,',
);

/** Mentions that stand in a list: "engagement, digital affinity and e-mail opens"; with figures between where parted. */
export function listsOf(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  { isParted = false }: { readonly isParted?: boolean } = {},
): Mention[][] {
  const lists: Mention[][] = [];
  let list: Mention[] = [];
  const close = () => {
    const [first, last] = [list[0], list.at(-1)];
    const isJoined = tokens
      .slice(first?.to ?? 0, last?.from ?? 0)
      .some(({ lower }) => lower === 'and' || lower === 'or');
    if (list.length > 1 && isJoined) lists.push(list);
    list = [];
  };
  for (const mention of mentions) {
    const between = tokens.slice(list.at(-1)?.to ?? mention.from, mention.from);
    const isPlain = between.every(({ kind, lower }) =>
      kind === 'word' ? JOINING.has(lower) : kind === 'mark' || isParted,
    );
    // "Revenue is $210 per fan, and Elite fans rose": two clauses, and no list.
    const isNewClause =
      list.length === 1 &&
      between.some(({ text }, index) => text === ',' && between[index + 1]?.lower === 'and');
    if (list.length > 0 && (between.length === 0 || !isPlain || isNewClause)) close();
    list.push(mention);
  }
  close();
  return lists;
}

const isPeriod = (tokens: readonly Token[], at: number) =>
  /^days?$/.test(wordAt(tokens, at + 1)) && tokens[at]?.written?.value === 28;

/** The runs of figures behind a token, each thing's figures together: "by 1,310 to 12,045 and by 2.4 points to 38.2". */
function itemsBehind(tokens: readonly Token[], from: number): number[][] {
  const items: number[][] = [];
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind === 'figure') {
      if (isPeriod(tokens, at)) {
        if (items.length > 0) break;
        continue;
      }
      const last = tokens.findLastIndex(({ kind }, index) => index < at && kind === 'figure');
      const between = tokens.slice(Math.max(last, from) + 1, at).map(({ lower }) => lower);
      const isSame = items.length > 0 && between.includes('to') && !between.includes('and');
      if (isSame) items.at(-1)?.push(at);
      else items.push([at]);
    } else if (items.length > 0 && !SPACING.has(token?.lower ?? '')) break;
  }
  return items;
}

/**
 * Lists of things with as many figures behind them, each the figure in its place: by the index of the figure, what it
 * is of. "Elite fans and fans at risk make up 3.9% and 12.2%".
 */
export function alignedFigures(
  tokens: readonly Token[],
  mentions: readonly Mention[],
): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const free = mentions.filter(({ from }) => !isFigure(tokens, from - 1));
  for (const list of listsOf(tokens, free)) {
    const end = list.at(-1)?.to ?? 0;
    const next = mentions.find(({ from }) => from >= end)?.from ?? tokens.length;
    const items = itemsBehind(tokens, end).filter(([at = 0]) => at < next);
    if (items.length !== list.length) continue;
    items.forEach((item, index) => {
      for (const at of item) found.set(at, list[index]?.of ?? '');
    });
  }
  return found;
}
