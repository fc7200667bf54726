import type { SnowflakeOptions } from '../../../server/adapters/warehouse/snowflake-options.ts';

/** How an adapter is pointed at a fake. */
export function fakeOptions(accessUrl: string): SnowflakeOptions {
  return {
    account: 'invented-account',
    accessUrl,
    signIn: { kind: 'access_token', token: 'an-invented-token' },
    warehouse: 'NARRATUM_WH',
    database: 'VANDERBILT_DW',
    schema: 'ANALYTICS',
  };
}
