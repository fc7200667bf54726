import { createPrivateKey } from 'node:crypto';
import type {
  SnowflakeOptions,
  SnowflakeSignIn,
} from '../../adapters/warehouse/snowflake-options.ts';
import { readOutsideAddress } from './outside-address.ts';
import type { SettingReader } from './setting-reader.ts';

/** Everything about the Snowflake account that the service works in. */
export interface SnowflakeSettings extends SnowflakeOptions {
  /** The driver, or the SQL API by fetch, which Workers use too. */
  readonly api: 'driver' | 'sql-api';
  /** How files get in: by stage and COPY, or by inserts where there is no stage. */
  readonly load: 'stage' | 'insert';
}

const NAME = /^[A-Za-z_][A-Za-z0-9_$]*$/;
const ACCOUNT = /^[A-Za-z0-9][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*$/;
const SIGN_INS = ['key_pair', 'access_token', 'oauth', 'workload_identity'] as const;
const PROVIDERS = ['AWS', 'AZURE', 'GCP', 'OIDC'] as const;
/** A token of Snowflake is far longer; a shorter one is a slip of the hand. */
const SHORTEST_TOKEN = 16;

function readName(settings: SettingReader, name: string, otherwise: string): string {
  const value = settings.text(name) ?? otherwise;
  if (!NAME.test(value)) settings.refuse(name, 'is not a name', 'letters, digits and _');
  return value;
}

function readAccount(settings: SettingReader): string {
  const account = settings.text('SNOWFLAKE_ACCOUNT');
  if (account === undefined || !ACCOUNT.test(account)) {
    settings.refuse('SNOWFLAKE_ACCOUNT', 'is missing or no account', 'org-account');
  }
  return account ?? '';
}

function readKey(settings: SettingReader): string {
  // Environment files often hold a PEM on one line.
  const pem = (settings.text('SNOWFLAKE_PRIVATE_KEY') ?? '').replaceAll('\\n', '\n');
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'rsa') {
      return key.export({ type: 'pkcs8', format: 'pem' }).toString();
    }
  } catch {
    // Refused below, without a word of what it holds.
  }
  settings.refuse('SNOWFLAKE_PRIVATE_KEY', 'is no RSA key', 'a PEM without a passphrase');
  return '';
}

function readToken(settings: SettingReader): string {
  const token = settings.text('SNOWFLAKE_TOKEN');
  if (token === undefined || token.length < SHORTEST_TOKEN) {
    settings.refuse('SNOWFLAKE_TOKEN', 'is missing or too short');
  }
  return token ?? '';
}

function readSignIn(settings: SettingReader): SnowflakeSignIn {
  const hasToken = settings.text('SNOWFLAKE_TOKEN') !== undefined;
  const hasKey = settings.text('SNOWFLAKE_PRIVATE_KEY') !== undefined;
  const usual = hasToken && !hasKey ? 'access_token' : 'key_pair';
  const kind = settings.oneOf('SNOWFLAKE_AUTH', SIGN_INS, usual);
  if (kind === 'access_token' || kind === 'oauth') return { kind, token: readToken(settings) };
  if (kind === 'workload_identity') {
    const provider = settings.oneOf('SNOWFLAKE_WORKLOAD_PROVIDER', PROVIDERS, 'AWS');
    return provider === 'OIDC'
      ? { kind, provider, token: readToken(settings) }
      : { kind, provider };
  }
  const user = settings.text('SNOWFLAKE_USER');
  if (user === undefined) {
    settings.refuse('SNOWFLAKE_USER', 'is missing', 'a user whose public key Snowflake knows');
  }
  return { kind, user: user ?? '', privateKey: readKey(settings) };
}

/** SNOWFLAKE_*, where WAREHOUSE asks for it. */
export function readSnowflake(settings: SettingReader): SnowflakeSettings | undefined {
  if (settings.oneOf('WAREHOUSE', ['duckdb', 'snowflake'], 'duckdb') === 'duckdb') return undefined;
  const role = settings.text('SNOWFLAKE_ROLE');
  if (role !== undefined) readName(settings, 'SNOWFLAKE_ROLE', role);
  const accessUrl = readOutsideAddress(settings, 'SNOWFLAKE_ACCESS_URL')?.origin;
  const signIn = readSignIn(settings);
  const api = settings.oneOf('SNOWFLAKE_API', ['driver', 'sql-api'], 'driver');
  if (api === 'sql-api' && signIn.kind === 'workload_identity') {
    settings.refuse('SNOWFLAKE_API', 'sql-api has no workload identity', 'driver');
  }
  return {
    account: readAccount(settings),
    signIn,
    warehouse: readName(settings, 'SNOWFLAKE_WAREHOUSE', 'NARRATUM_WH'),
    database: readName(settings, 'SNOWFLAKE_DATABASE', 'VANDERBILT_DW'),
    schema: readName(settings, 'SNOWFLAKE_SCHEMA', 'ANALYTICS'),
    api,
    // The SQL API has no PUT.
    load:
      api === 'sql-api' ? 'insert' : settings.oneOf('SNOWFLAKE_LOAD', ['stage', 'insert'], 'stage'),
    ...(role === undefined ? {} : { role }),
    ...(accessUrl === undefined ? {} : { accessUrl }),
  };
}
