import { generateKeyPairSync } from 'node:crypto';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SnowflakeWarehouse } from '../../server/adapters/warehouse/snowflake.ts';
import { SnowflakeApiWarehouse } from '../../server/adapters/warehouse/snowflake-api.ts';
import { isWonderError, type WonderError } from '../../server/domain/errors.ts';
import { parseConfig } from '../../server/entry/config.ts';
import type { SnowflakeSettings } from '../../server/entry/settings/snowflake.ts';
import { CLOUD_TOKENS, type CloudMetadata, startCloudMetadata } from '../support/cloud-metadata.ts';
import { FakeSnowflake } from '../support/snowflake-fake/driver-server.ts';
import { apiParts } from '../support/snowflake-fake/fake-options.ts';
import { FakeSqlApi } from '../support/snowflake-fake/sql-api-server.ts';

const TOKEN = 'an-invented-token-of-nobody';
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PEM = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

interface Way {
  readonly name: string;
  readonly settings: Readonly<Record<string, string>>;
  /** What the driver tells Snowflake. */
  readonly told: Readonly<Record<string, unknown>>;
  /** What the SQL API's requests say they carry; undefined where it has no such way. */
  readonly tokenType: string | undefined;
}

const WAYS: readonly Way[] = [
  {
    name: 'a key pair',
    settings: { SNOWFLAKE_USER: 'WONDER_SCORER', SNOWFLAKE_PRIVATE_KEY: PEM },
    told: {
      AUTHENTICATOR: 'SNOWFLAKE_JWT',
      LOGIN_NAME: 'WONDER_SCORER',
      TOKEN: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
    },
    tokenType: 'KEYPAIR_JWT',
  },
  {
    name: 'a programmatic access token',
    settings: { SNOWFLAKE_TOKEN: TOKEN },
    told: { AUTHENTICATOR: 'PROGRAMMATIC_ACCESS_TOKEN', TOKEN },
    tokenType: 'PROGRAMMATIC_ACCESS_TOKEN',
  },
  {
    name: 'OAuth',
    settings: { SNOWFLAKE_AUTH: 'oauth', SNOWFLAKE_TOKEN: TOKEN },
    told: { AUTHENTICATOR: 'OAUTH', TOKEN },
    tokenType: 'OAUTH',
  },
  {
    name: 'workload identity by OIDC',
    settings: {
      SNOWFLAKE_AUTH: 'workload_identity',
      SNOWFLAKE_WORKLOAD_PROVIDER: 'OIDC',
      SNOWFLAKE_TOKEN: TOKEN,
    },
    told: { AUTHENTICATOR: 'WORKLOAD_IDENTITY', PROVIDER: 'OIDC', TOKEN },
    tokenType: undefined,
  },
  {
    name: 'workload identity in AWS',
    settings: { SNOWFLAKE_AUTH: 'workload_identity', SNOWFLAKE_WORKLOAD_PROVIDER: 'AWS' },
    told: { AUTHENTICATOR: 'WORKLOAD_IDENTITY', PROVIDER: 'AWS', TOKEN: expect.any(String) },
    tokenType: undefined,
  },
  {
    name: 'workload identity in Azure',
    settings: { SNOWFLAKE_AUTH: 'workload_identity', SNOWFLAKE_WORKLOAD_PROVIDER: 'AZURE' },
    told: { AUTHENTICATOR: 'WORKLOAD_IDENTITY', PROVIDER: 'AZURE', TOKEN: CLOUD_TOKENS.azure },
    tokenType: undefined,
  },
  {
    name: 'workload identity in Google Cloud',
    settings: { SNOWFLAKE_AUTH: 'workload_identity', SNOWFLAKE_WORKLOAD_PROVIDER: 'GCP' },
    told: { AUTHENTICATOR: 'WORKLOAD_IDENTITY', PROVIDER: 'GCP', TOKEN: CLOUD_TOKENS.gcp },
    tokenType: undefined,
  },
];

function settingsOf(settings: Readonly<Record<string, string>>, url: string): SnowflakeSettings {
  const { snowflake } = parseConfig({
    WAREHOUSE: 'snowflake',
    SNOWFLAKE_ACCOUNT: 'org-account',
    SNOWFLAKE_ROLE: 'WONDER_SCORER',
    SNOWFLAKE_ACCESS_URL: url,
    ...settings,
  });
  if (snowflake === undefined) throw new Error('no settings of Snowflake');
  return snowflake;
}

async function refusalOf(work: Promise<unknown>): Promise<WonderError> {
  const error = await work.then(
    () => new Error('was not refused'),
    (refusal: unknown) => refusal,
  );
  if (isWonderError(error)) return error;
  throw error;
}

describe('signing in to Snowflake', () => {
  let fake: FakeSnowflake;
  let api: FakeSqlApi;
  let cloud: CloudMetadata;
  const before = { ...process.env };

  beforeAll(async () => {
    [fake, api, cloud] = await Promise.all([
      FakeSnowflake.start(),
      FakeSqlApi.start(),
      startCloudMetadata(),
    ]);
  });
  beforeEach(() => {
    fake.journal.clear();
    fake.signInRefusal = undefined;
    // As in a machine of AWS; the driver signs with them and asks nobody.
    process.env.AWS_REGION = 'us-east-2';
    process.env.AWS_ACCESS_KEY_ID = 'INVENTEDKEYOFNOBODY';
    process.env.AWS_SECRET_ACCESS_KEY = 'an-invented-secret-of-nobody';
    // As in machines of Azure and of Google, which are asked who they are.
    Object.assign(process.env, cloud.environment);
    cloud.asked.length = 0;
    // The driver gives a cloud's identity to hosts of Snowflake only, unless it is told of others.
    process.env.SNOWFLAKE_WIF_ALLOWED_HOST_SUFFIXES = '127.0.0.1';
  });
  afterEach(() => {
    process.env = { ...before };
  });
  afterAll(() => Promise.all([fake.close(), api.close(), cloud.close()]));

  it.each(WAYS)('by $name says so, without a password', async ({ settings, told }) => {
    const warehouse = new SnowflakeWarehouse(settingsOf(settings, fake.url));
    expect(await warehouse.query({ sql: 'select 1 as one' })).toEqual([{ one: 1 }]);
    const [signIn] = fake.journal.signIns;
    expect(signIn).toMatchObject(told);
    expect(signIn).not.toHaveProperty('PASSWORD');
    await warehouse.close();
  });

  it('asks the cloud for a token that is of use to Snowflake only', async () => {
    for (const provider of ['AZURE', 'GCP']) {
      const way = WAYS.find(({ told }) => told.PROVIDER === provider);
      const warehouse = new SnowflakeWarehouse(settingsOf(way?.settings ?? {}, fake.url));
      await warehouse.query({ sql: 'select 1' });
      await warehouse.close();
    }
    expect(cloud.asked).toEqual([
      { cloud: 'azure', audience: 'api://fd3f753b-eed3-462c-b6a7-a4b5bb650aad' },
      { cloud: 'gcp', audience: 'snowflakecomputing.com' },
    ]);
  });

  it.each(['AZURE', 'GCP'])(
    'in no machine of %s is refused, not retried for ever',
    async (provider) => {
      const way = WAYS.find(({ told }) => told.PROVIDER === provider);
      cloud.isAway = true;
      const options = settingsOf(way?.settings ?? {}, fake.url);
      const warehouse = new SnowflakeWarehouse({ ...options, signInSeconds: 2 });
      const refusal = await refusalOf(warehouse.query({ sql: 'select 1' }));
      cloud.isAway = false;
      expect(refusal.code).toBe('warehouse_unavailable');
      expect(fake.journal.signIns).toEqual([]);
      await warehouse.close();
    },
  );

  it.each(WAYS)('by $name over the SQL API', async ({ settings, tokenType }) => {
    const given = { ...settings, SNOWFLAKE_API: 'sql-api' };
    if (tokenType === undefined) {
      expect(() => settingsOf(given, api.url)).toThrow(/SNOWFLAKE_API/);
      return;
    }
    const warehouse = new SnowflakeApiWarehouse(settingsOf(given, api.url), apiParts);
    expect(await warehouse.query({ sql: 'select 1 as one' })).toEqual([{ one: 1 }]);
    expect(api.signIns.at(-1)?.['x-snowflake-authorization-token-type']).toBe(tokenType);
  });

  it.each([
    { code: '390318', message: 'OAuth access token expired.', told: /OAuth token .* has expired/ },
    { code: '390303', message: 'Invalid OAuth access token.', told: /OAuth token .* not valid/ },
    {
      code: '394400',
      message: 'Programmatic access token is invalid.',
      told: /access token .* expired, was revoked/,
    },
    { code: '390144', message: 'JWT token is invalid.', told: /the key is not the one/ },
    { code: '390422', message: 'IP is not allowed to access Snowflake.', told: /network policy/ },
    { code: '390189', message: 'Role is not authorized.', told: /SNOWFLAKE_ROLE/ },
    { code: '390999', message: 'Something new.', told: /settings may be wrong/ },
  ])('is refused with $code in plain words', async ({ code, message, told }) => {
    fake.signInRefusal = { code, message };
    const warehouse = new SnowflakeWarehouse(settingsOf({ SNOWFLAKE_TOKEN: TOKEN }, fake.url));
    const refusal = await refusalOf(warehouse.query({ sql: 'select 1' }));
    expect(refusal).toMatchObject({
      code: 'warehouse_unavailable',
      message: expect.stringMatching(told),
    });
    expect(fake.journal.signIns).toHaveLength(1);
    await warehouse.close();
  });

  it.each(WAYS)(
    'by $name, refused or unreachable, tells nobody the secret',
    async ({ settings }) => {
      const secrets = [
        TOKEN,
        PEM.split('\n')[1] ?? '',
        'an-invented-secret-of-nobody',
        ...Object.values(CLOUD_TOKENS),
      ];
      fake.signInRefusal = { code: '390100', message: 'no' };
      for (const url of [fake.url, 'http://127.0.0.1:9']) {
        const signInSeconds = url === fake.url ? 10 : 1;
        const options = { ...settingsOf(settings, url), signInSeconds };
        const warehouse = new SnowflakeWarehouse(options);
        const refusal = await refusalOf(warehouse.query({ sql: 'select 1' }));
        // As a log line with all its causes would be.
        const all = inspect(refusal, { depth: 12, maxStringLength: null, showHidden: true });
        for (const secret of secrets) expect(all).not.toContain(secret);
        await warehouse.close();
      }
    },
  );
});
