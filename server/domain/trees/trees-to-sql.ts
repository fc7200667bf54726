import { WonderError } from '../errors.ts';
import type { TreeModel } from './model.ts';
import { sqlNumber } from './sql-numbers.ts';
import { treeToSql } from './tree-to-sql.ts';

/** Bytes of SQL text an expression may have: engines take about a megabyte per statement. */
const MOST_BYTES = 900_000;
/** Terms per bracket: a plain chain of a thousand additions is too deep for a planner. */
const TERMS = 10;

/** How a model is written. */
export interface SqlOptions {
  /** The SQL expression of each feature, in the model's order; DOUBLE, NULL where missing. Short is good. */
  readonly columns: readonly string[];
  /** Most bytes of one expression; default 900,000. Leave room for the statement around it. */
  readonly maxBytes?: number;
}

/**
 * The sum of a model's trees as SQL expressions, each the sum of some trees and none longer than the
 * limit: compute each in a statement of its own and join them with `scoreSql`. Trees are nested CASEs;
 * NULL goes where missing values go. NaN is no missing value for an engine: give NULL. Throws
 * `invalid_value` for another number of columns, `too_large` where one tree alone is over the limit.
 */
export function treesToSql(model: TreeModel, options: SqlOptions): string[] {
  const { columns, maxBytes = MOST_BYTES } = options;
  if (columns.length !== model.features.length) {
    throw new WonderError('invalid_value', {
      detail: `the model needs ${model.features.length} columns, not ${columns.length}`,
    });
  }
  const chunks: string[][] = [];
  let room = 0;
  for (const tree of model.trees) {
    const sql = treeToSql(tree, columns);
    // With the brackets and plus signs that come with it.
    const bytes = new TextEncoder().encode(sql).length + 8;
    if (bytes > maxBytes)
      throw new WonderError('too_large', { detail: 'a tree is too large for SQL' });
    if (bytes > room) {
      chunks.push([]);
      room = maxBytes;
    }
    chunks.at(-1)?.push(sql);
    room -= bytes;
  }
  return chunks.map(addInBrackets);
}

/**
 * The model's prediction from the SQL expressions of all its partial sums, in their order: what
 * `predict` answers, to within 1e-6 of it.
 */
export function scoreSql({ output, base, trees }: TreeModel, partials: readonly string[]): string {
  const sum = addInBrackets(partials);
  if (output === 'share') return `${sum} / ${trees.length}e0`;
  const score = `(${sqlNumber(base)}) + ${sum}`;
  // Beyond 500 the logistic function is 0 or 1 to the last bit, and exp would overflow.
  return output === 'value' ? score : `1e0 / (1e0 + exp(-greatest(-5e2, least(5e2, ${score}))))`;
}

function addInBrackets(terms: readonly string[]): string {
  if (terms.length === 0) return '0e0';
  if (terms.length <= TERMS) return `(${terms.join('+')})`;
  const groups: string[] = [];
  for (let at = 0; at < terms.length; at += TERMS) {
    groups.push(`(${terms.slice(at, at + TERMS).join('+')})`);
  }
  return addInBrackets(groups);
}
