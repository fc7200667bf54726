import { isCode } from './module-facts.ts';
import type { SourceTree } from './source-tree.ts';

const HARD_LIMIT = 400;
const USUAL_LIMIT = 250;
const LEAST_USUAL_SHARE = 0.9;
/** Written by tests, not by people. */
const GOLDEN = /^test\/golden\//;

export interface SizeReport {
  readonly problems: readonly string[];
  /** Files over the usual limit: allowed, but few. */
  readonly long: readonly string[];
  /** Lines of the file in the middle. */
  readonly median: number;
}

/** Lines per file: none over 400, nine in ten at most 250. */
export function checkSizes(tree: SourceTree): SizeReport {
  const sizes = [...tree]
    .filter(([path]) => isCode(path) || (/\.(css|sql)$/.test(path) && !GOLDEN.test(path)))
    .map(([path, text]) => ({ path, lines: countLines(text) }))
    .sort((one, other) => one.lines - other.lines);
  const long = sizes.filter(({ lines }) => lines > USUAL_LIMIT);
  const problems = long
    .filter(({ lines }) => lines > HARD_LIMIT)
    .map(({ path, lines }) => `${path} has ${lines} lines; the most is ${HARD_LIMIT}`);
  if (long.length > sizes.length * (1 - LEAST_USUAL_SHARE)) {
    problems.push(`${long.length} of ${sizes.length} files are longer than ${USUAL_LIMIT} lines`);
  }
  return {
    problems,
    long: long.map(({ path, lines }) => `${path} has ${lines} lines`),
    median: sizes[Math.floor(sizes.length / 2)]?.lines ?? 0,
  };
}

function countLines(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}
