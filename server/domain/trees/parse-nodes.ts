import type { TreeNodes } from './model.ts';
import { finiteNumbers, recordOf } from './parse-values.ts';

const KEYS = ['feature', 'threshold', 'left', 'missingLeft', 'value'] as const;
/** Deeper than any model of ours, far below what engines nest. */
const DEEPEST = 64;

/**
 * One tree of a model from parsed JSON, or what is wrong with it, as the end of a sentence: every node
 * but the root is the child of exactly one node before it, and no path is longer than 64.
 */
export function parseNodes(json: unknown, features: number): TreeNodes | string {
  const record = recordOf(json, KEYS);
  if (record === null) return `it is not an object of ${KEYS.join(', ')}`;
  const lists = KEYS.map((key) => finiteNumbers(record[key]));
  const [feature, threshold, left, missingLeft, value] = lists;
  if (!feature || !threshold || !left || !missingLeft || !value) return 'not all lists are numbers';
  if (feature.length === 0) return 'it has no node';
  if (lists.some((list) => list?.length !== feature.length)) return 'its lists differ in length';
  const known = (index: number) => Number.isInteger(index) && index >= -1 && index < features;
  if (!feature.every(known)) return 'it asks for an unknown feature';
  if (!missingLeft.every((each) => each === 0 || each === 1)) return 'missingLeft is not 0 or 1';
  if (!isTree(feature, left)) return 'its nodes are no tree';
  return { feature, threshold, left, missingLeft, value };
}

function isTree(feature: readonly number[], left: readonly number[]): boolean {
  const depths: number[] = [0];
  let children = 0;
  for (let node = 0; node < feature.length; node += 1) {
    const child = left[node] ?? 0;
    const depth = depths[node];
    if (depth === undefined || depth > DEEPEST) return false;
    if ((feature[node] ?? -1) < 0) {
      if (child !== 0) return false;
      continue;
    }
    const fits = Number.isInteger(child) && child > node && child + 1 < feature.length;
    if (!fits || depths[child] !== undefined || depths[child + 1] !== undefined) return false;
    depths[child] = depth + 1;
    depths[child + 1] = depth + 1;
    children += 2;
  }
  return children === feature.length - 1;
}
