import { WonderError } from '../../domain/errors.ts';

const COMMENTS = /^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)+/;
const DEFINITION = /^(create|drop|alter|truncate|grant|revoke|comment|undrop|rename)\b/i;

/** Refuses what would commit the open transaction: in Snowflake every DDL does, `create table as` too. */
export function refuseDefinition(sql: string): void {
  if (!DEFINITION.test(sql.replace(COMMENTS, ''))) return;
  throw new WonderError('warehouse_failed', {
    detail: 'A statement that defines tables is not allowed inside a transaction.',
  });
}
