import type { Row } from '../csv.ts';
import type { Random } from './random.ts';

/**
 * Repeats some rows exactly. Other rows that tie on every key are never made: the specification calls
 * them copies, so which of them stays would be a guess.
 */
export function addCopies(rows: readonly Row[], random: Random, share: number): Row[] {
  return random.shuffled([...rows, ...rows.filter(() => random.chance(share / 2))]);
}

/**
 * Gives some spend rows no transaction id, another row's, or one that reads like another row's
 * surrogate key; and some rows with an id of their own another row's surrogate key.
 */
export function mixTransactions(rows: readonly Row[], random: Random, share: number): Row[] {
  const renamed = rows.map((row) => {
    if (row.spend_sk === null || !random.chance(share)) return row;
    const other = random.pick(rows);
    const id = [null, other.transaction_id, other.spend_sk][random.between(0, 2)] ?? null;
    return { ...row, transaction_id: id };
  });
  const uses = new Map<string, number>();
  for (const { transaction_id: id } of renamed) if (id) uses.set(id, (uses.get(id) ?? 0) + 1);
  return renamed.map((row) => {
    const own = row.transaction_id ? uses.get(row.transaction_id) === 1 : false;
    if (!own || !random.chance(share / 2)) return row;
    return { ...row, spend_sk: random.pick(rows).spend_sk ?? null };
  });
}
