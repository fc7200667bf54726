import type { Facts } from '../facts.ts';

/** A negative amount is a refund; a missing one is a purchase of 0. */
export function isPurchase(row: Facts['spend']): boolean {
  return row.net === null || row.net >= 0n;
}

/** Selects the rows whose product is known and of the category 'Learning'. */
export function isLearning(categories: ReadonlyMap<number, string | null>) {
  return (row: Facts['spend']): boolean =>
    row.product !== null && categories.get(row.product) === 'Learning';
}
