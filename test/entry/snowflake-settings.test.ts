import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { isWonderError } from '../../server/domain/errors.ts';
import { parseConfig } from '../../server/entry/config.ts';

const TOKEN = 'an-invented-token-of-nobody';
const THREE = { WAREHOUSE: 'snowflake', SNOWFLAKE_ACCOUNT: 'org-name', SNOWFLAKE_TOKEN: TOKEN };

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    parseConfig(environment);
    return [];
  } catch (error) {
    if (!isWonderError(error)) throw error;
    expect(JSON.stringify(error.problems)).not.toContain(TOKEN);
    return error.problems.map(({ field }) => field);
  }
}

it('stays with DuckDB unless it is told otherwise', () => {
  expect(parseConfig({ SNOWFLAKE_ACCOUNT: '!' }).snowflake).toBeUndefined();
});

it('needs three settings for Snowflake', () => {
  expect(parseConfig(THREE).snowflake).toEqual({
    account: 'org-name',
    signIn: { kind: 'access_token', token: TOKEN },
    warehouse: 'NARRATUM_WH',
    database: 'VANDERBILT_DW',
    schema: 'ANALYTICS',
    api: 'driver',
    load: 'stage',
  });
});

it('signs in by key pair where there is a key, however its lines are written', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const given = {
    ...THREE,
    SNOWFLAKE_USER: 'WONDER',
    SNOWFLAKE_PRIVATE_KEY: pem.replaceAll('\n', '\\n'),
  };
  expect(parseConfig(given).snowflake?.signIn).toEqual({
    kind: 'key_pair',
    user: 'WONDER',
    privateKey: pem,
  });
});

it('takes OAuth and workload identity when they are asked for', () => {
  expect(parseConfig({ ...THREE, SNOWFLAKE_AUTH: 'oauth' }).snowflake?.signIn.kind).toBe('oauth');
  const cloud = {
    ...THREE,
    SNOWFLAKE_AUTH: 'workload_identity',
    SNOWFLAKE_WORKLOAD_PROVIDER: 'GCP',
  };
  expect(parseConfig(cloud).snowflake?.signIn).toEqual({
    kind: 'workload_identity',
    provider: 'GCP',
  });
});

it('loads by inserts where the SQL API is used: it has no PUT', () => {
  expect(parseConfig({ ...THREE, SNOWFLAKE_API: 'sql-api' }).snowflake?.load).toBe('insert');
});

it('names everything that is wrong, never what it holds', () => {
  expect(problemsOf({ WAREHOUSE: 'snowflake' })).toEqual([
    'SNOWFLAKE_USER',
    'SNOWFLAKE_PRIVATE_KEY',
    'SNOWFLAKE_ACCOUNT',
  ]);
  expect(
    problemsOf({
      ...THREE,
      SNOWFLAKE_TOKEN: 'short',
      SNOWFLAKE_SCHEMA: 'a; drop',
      SNOWFLAKE_ACCESS_URL: 'http://warehouse.example.edu',
    }),
  ).toEqual(['SNOWFLAKE_ACCESS_URL', 'SNOWFLAKE_TOKEN', 'SNOWFLAKE_SCHEMA']);
});
