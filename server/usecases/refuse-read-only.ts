import { WonderError } from '../domain/errors.ts';
import type { Warehouse } from '../ports/warehouse.ts';

/** What somebody is told who asks a service that only reads to do something. */
export const ONLY_READS =
  'This service only reads: the SQL API of Snowflake has no transactions. One with SNOWFLAKE_API=driver does this.';

/** Throws `conflict` where the warehouse can only be read: nothing is begun there that could not be ended. */
export function refuseReadOnly({ hasTransactions = true }: Warehouse): void {
  if (hasTransactions) return;
  throw new WonderError('conflict', { detail: ONLY_READS });
}
