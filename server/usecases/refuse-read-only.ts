import { WonderError } from '../domain/errors.ts';
import type { Warehouse } from '../ports/warehouse.ts';

/** Throws `conflict` where the warehouse can only be read: nothing is begun there that could not be ended. */
export function refuseReadOnly({ hasTransactions = true }: Warehouse): void {
  if (hasTransactions) return;
  throw new WonderError('conflict', {
    detail:
      'This service only reads: the SQL API of Snowflake has no transactions. One with SNOWFLAKE_API=driver does this.',
  });
}
