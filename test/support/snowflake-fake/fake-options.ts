import { systemClock } from '../../../server/adapters/system/clock.ts';
import type { ApiParts } from '../../../server/adapters/warehouse/snowflake-api.ts';
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

/** What the SQL API's adapter is given of the world. */
export const apiParts: ApiParts = {
  fetch: (url, init) => fetch(url, init),
  uuid: () => crypto.randomUUID(),
  clock: systemClock,
};

/** The settings of the README that make a command or a server use a fake. */
export function fakeSettings(accessUrl: string): Record<string, string> {
  return {
    WAREHOUSE: 'snowflake',
    SNOWFLAKE_ACCOUNT: 'invented-account',
    SNOWFLAKE_TOKEN: 'an-invented-token-of-nobody',
    SNOWFLAKE_ACCESS_URL: accessUrl,
  };
}
