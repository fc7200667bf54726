/** Rows of words by the first of them, the longest first: only a few can begin with a given word. */
export function byFirstWord<T extends { readonly words: readonly string[] }>(
  rows: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows.toSorted((one, other) => other.words.length - one.words.length)) {
    const [first = ''] = row.words;
    found.set(first, [...(found.get(first) ?? []), row]);
  }
  return found;
}

/** Finds the longest phrase that words begin with: what it means, and its words. The lists are parted by commas. */
export function phraseFinder<M extends string>(lists: readonly (readonly [M, string])[]) {
  const rows = byFirstWord(
    lists.flatMap(([meaning, list]) =>
      list.split(',').map((phrase) => ({ meaning, words: phrase.trim().split(/\s+/) })),
    ),
  );
  return (words: readonly string[]) =>
    rows
      .get(words[0] ?? '')
      ?.find((row) => row.words.every((word, index) => words[index] === word));
}
