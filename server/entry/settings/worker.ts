import type {
  SnowflakeOptions,
  SnowflakeSignIn,
} from '../../adapters/warehouse/snowflake-options.ts';
import { WonderError } from '../../domain/errors.ts';
import { ROLES, type Role } from '../../domain/roles.ts';
import { SettingReader } from './setting-reader.ts';

export interface WorkerSettings {
  readonly snowflake: SnowflakeOptions;
  readonly timeZone: string;
  readonly minimumGroup: number;
  readonly demoRole: Role;
}

function readSignIn(settings: SettingReader): SnowflakeSignIn {
  const token = settings.text('SNOWFLAKE_TOKEN');
  if (token !== undefined) {
    const kind = settings.oneOf('SNOWFLAKE_AUTH', ['access_token', 'oauth'], 'access_token');
    return { kind, token };
  }
  const user = settings.text('SNOWFLAKE_USER');
  const pem = (settings.text('SNOWFLAKE_PRIVATE_KEY') ?? '').replaceAll('\\n', '\n');
  if (user === undefined) settings.refuse('SNOWFLAKE_USER', 'is missing');
  if (!pem.includes('BEGIN PRIVATE KEY')) {
    settings.refuse('SNOWFLAKE_PRIVATE_KEY', 'is no PKCS 8 key', 'or set SNOWFLAKE_TOKEN');
  }
  return { kind: 'key_pair', user: user ?? '', privateKey: pem };
}

/** Settings and secrets of a Worker, or one `bad_settings` that names every wrong one. */
export function readWorkerSettings(env: Readonly<Record<string, unknown>>): WorkerSettings {
  const texts = Object.entries(env).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const settings = new SettingReader(Object.fromEntries(texts));
  const account = settings.text('SNOWFLAKE_ACCOUNT');
  if (account === undefined) settings.refuse('SNOWFLAKE_ACCOUNT', 'is missing', 'org-account');
  const role = settings.text('SNOWFLAKE_ROLE');
  const accessUrl = settings.text('SNOWFLAKE_ACCESS_URL');
  const read: WorkerSettings = {
    snowflake: {
      account: account ?? '',
      signIn: readSignIn(settings),
      warehouse: settings.text('SNOWFLAKE_WAREHOUSE') ?? 'NARRATUM_WH',
      database: settings.text('SNOWFLAKE_DATABASE') ?? 'VANDERBILT_DW',
      schema: settings.text('SNOWFLAKE_SCHEMA') ?? 'ANALYTICS',
      ...(role === undefined ? {} : { role }),
      ...(accessUrl === undefined ? {} : { accessUrl }),
    },
    timeZone: settings.text('TIMEZONE') ?? 'America/Chicago',
    minimumGroup: settings.wholeNumber('K_MIN', { least: 1, most: 1000 }) ?? 10,
    demoRole: settings.oneOf('DEMO_ROLE', ROLES, 'executive'),
  };
  if (settings.problems.length === 0) return read;
  throw new WonderError('bad_settings', {
    detail: `Wrong settings: ${settings.problems.map((p) => `${p.field} ${p.message}`).join('; ')}.`,
    problems: settings.problems,
  });
}
