/** What two CSV files were found to be: values compared and the places where they differ. */
export interface Comparison {
  readonly values: number;
  readonly differences: readonly string[];
}

/** Compares value by value; a row that one of them lacks counts as a difference. Fields hold no line ends. */
export function compareFiles(actual: string, expected: string): Comparison {
  const given = actual.trimEnd().split('\n');
  const wanted = expected.trimEnd().split('\n');
  const names = (wanted[0] ?? '').split(',');
  const differences: string[] = [];
  let values = 0;
  for (let line = 0; line < Math.max(given.length, wanted.length); line += 1) {
    const [left, right] = [given[line], wanted[line]];
    values += (right ?? left ?? '').split(',').length;
    if (left === right) continue;
    const [mine, theirs] = [(left ?? '').split(','), (right ?? '').split(',')];
    for (let column = 0; column < Math.max(mine.length, theirs.length); column += 1) {
      if (mine[column] === theirs[column]) continue;
      const place = `line ${line + 1}, ${names[column] ?? `column ${column + 1}`}`;
      differences.push(
        `${place}: ${mine[column] ?? 'nothing'} instead of ${theirs[column] ?? 'nothing'}`,
      );
    }
  }
  return { values, differences };
}
