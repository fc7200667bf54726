import { ANY_VALUE, type TreeNodes } from './model.ts';
import { sqlNumber } from './sql-numbers.ts';

/**
 * One tree as nested CASE expressions, as deep as the tree. A NULL makes every comparison unknown, so
 * the side of missing values is the `else`, and no test for NULL is needed.
 */
export function treeToSql(tree: TreeNodes, columns: readonly string[]): string {
  function write(node: number): string {
    const column = columns[tree.feature[node] ?? -1];
    if (column === undefined) return sqlNumber(tree.value[node] ?? 0);
    const left = write(tree.left[node] ?? 0);
    const right = write((tree.left[node] ?? 0) + 1);
    const threshold = tree.threshold[node] ?? 0;
    const missingLeft = tree.missingLeft[node] === 1;
    if (threshold === ANY_VALUE && !missingLeft) {
      return `case when ${column} is null then ${right} else ${left} end`;
    }
    const limit = sqlNumber(threshold);
    return missingLeft
      ? `case when ${column}>${limit} then ${right} else ${left} end`
      : `case when ${column}<=${limit} then ${left} else ${right} end`;
  }
  return write(0);
}
