import type { BinnedFrame } from './binned-frame.ts';
import { divideRows } from './divide-rows.ts';
import type { Split } from './find-split.ts';
import type { RowRange } from './histograms.ts';

/** A node while the tree grows: its rows and their packed sum. */
export interface OpenNode extends RowRange {
  readonly depth: number;
  readonly total: number;
}

/**
 * How splits are found. `S` is what the search keeps per node that may still split; each is handed back
 * once, to `divide` or to `release`.
 */
export interface SplitSearch<S> {
  root(node: OpenNode): S;
  /** The best split, or null where none lowers the impurity. */
  best(state: S, node: OpenNode): Split | null;
  divide(state: S, left: OpenNode, right: OpenNode): readonly [left: S, right: S];
  release(state: S): void;
}

/** When growing stops, and what it needs. */
export interface GrowOptions {
  readonly binned: BinnedFrame;
  /** Splits on the longest path, at least 0. */
  readonly depth: number;
  /** Distinct rows a node must have to be divided, at least 2. */
  readonly minRowsToSplit: number;
  /** Scratch space for as many rows as the root has. */
  readonly spare: Int32Array;
}

/** A grown tree, node 0 the root; the arrays run over its nodes. */
export interface GrownTree {
  /** Null at a leaf. */
  readonly splits: readonly (Split | null)[];
  /** Index of the left child; the right one follows it. 0 at a leaf. */
  readonly left: readonly number[];
  readonly nodes: readonly OpenNode[];
}

/**
 * Grows one tree depth first. The root's rows are reordered so that the rows of every node lie side by
 * side from `start` to `end`.
 */
export function growTree<S>(
  root: OpenNode,
  search: SplitSearch<S>,
  options: GrowOptions,
): GrownTree {
  const splits: (Split | null)[] = [null];
  const left: number[] = [0];
  const nodes: OpenNode[] = [root];
  const mayDivide = ({ depth, start, end }: OpenNode) =>
    depth < options.depth && end - start >= options.minRowsToSplit;

  function settle(index: number, state: S): void {
    const node = nodes[index];
    const split = node === undefined ? null : search.best(state, node);
    const column = split === null ? undefined : options.binned.columns[split.feature];
    if (node === undefined || split === null || column === undefined) {
      search.release(state);
      return;
    }
    const middle = divideRows(node, { split, column }, options.spare);
    const first = nodes.length;
    splits[index] = split;
    left[index] = first;
    const { rows, start, end, depth, total } = node;
    const one = { rows, start, end: middle, depth: depth + 1, total: split.leftSum };
    const two = { rows, start: middle, end, depth: depth + 1, total: total - split.leftSum };
    nodes.push(one, two);
    splits.push(null, null);
    left.push(0, 0);
    if (!mayDivide(one) && !mayDivide(two)) {
      search.release(state);
      return;
    }
    const [oneState, twoState] = search.divide(state, one, two);
    if (mayDivide(one)) settle(first, oneState);
    else search.release(oneState);
    if (mayDivide(two)) settle(first + 1, twoState);
    else search.release(twoState);
  }

  if (mayDivide(root)) settle(0, search.root(root));
  return { splits, left, nodes };
}
