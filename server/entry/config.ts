import { join, resolve } from 'node:path';
import { WonderError } from '../domain/errors.ts';
import {
  LEAD_DEPARTMENTS,
  type LeadDepartment,
  parseLeadDepartment,
} from '../domain/lead-departments.ts';
import { ROLES, type Role } from '../domain/roles.ts';
import type { LearningSettings } from '../usecases/learning-deps.ts';
import { readLearning } from './settings/learning.ts';
import { isLoopback } from './settings/loopback.ts';
import { readWritingModel, type WritingModel } from './settings/narration.ts';
import { type RunSettings, readRunSettings } from './settings/runs.ts';
import { type Environment, SettingReader } from './settings/setting-reader.ts';
import { readSnowflake, type SnowflakeSettings } from './settings/snowflake.ts';
import { readTableau, type TableauSettings } from './settings/tableau.ts';
import { readTableauPages, type TableauPages } from './settings/tableau-pages.ts';
import { readTableauPortal, type TableauPortal } from './settings/tableau-portal.ts';

/** Everything the service can be told from outside, parsed once. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** The address others reach the service by, without a trailing slash; undefined: where it listens. */
  readonly publicUrl: string | undefined;
  readonly dataDir: string;
  readonly logLevel: LogLevel;
  readonly timeZone: string;
  /** Smallest group shown in an aggregate. */
  readonly minimumGroup: number;
  readonly auth: 'demo';
  /** Undefined: the data is in DuckDB. */
  readonly snowflake: SnowflakeSettings | undefined;
  readonly duckdbPath: string;
  readonly duckdbMemoryLimit: string | undefined;
  /** Days of published history kept; undefined: as dbt_project.yml says. */
  readonly retentionDays: number | undefined;
  readonly demoRole: Role;
  readonly demoDepartments: readonly LeadDepartment[];
  readonly learning: LearningSettings;
  /** Undefined: rules write every text. */
  readonly writingModel: WritingModel | undefined;
  /** Threads of libuv's pool: statements in flight stay below it. */
  readonly threadPoolSize: number;
  readonly tableauPages: TableauPages;
  readonly tableauPortal: TableauPortal;
  readonly tableau: TableauSettings | undefined;
  readonly runs: RunSettings;
}

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

function readTimeZone(settings: SettingReader): string {
  const zone = settings.text('TIMEZONE') ?? 'America/Chicago';
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
  } catch {
    settings.refuse('TIMEZONE', 'is not a time zone', 'an IANA name such as America/Chicago');
  }
  return zone;
}

function readPublicUrl(settings: SettingReader): string | undefined {
  const text = settings.text('PUBLIC_URL');
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (
    url === undefined ||
    !/^https?:$/.test(url.protocol) ||
    url.search !== '' ||
    url.hash !== ''
  ) {
    settings.refuse('PUBLIC_URL', 'is not an address', 'http(s)://host[:port][/path]');
  }
  return text.replace(/\/+$/, '');
}

function readMemoryLimit(settings: SettingReader): string | undefined {
  const limit = settings.text('DUCKDB_MEMORY_LIMIT');
  if (limit !== undefined && !/^\d{1,6}(\.\d{1,2})?\s?(MB|GB|MiB|GiB)$/i.test(limit)) {
    settings.refuse('DUCKDB_MEMORY_LIMIT', 'is not an amount of memory', 'such as 2GB or 512MB');
  }
  return limit;
}

function readDemoDepartments(settings: SettingReader): readonly LeadDepartment[] {
  const names = (settings.text('DEMO_DEPARTMENTS') ?? 'athletics').split(',');
  const departments = names.map((name) => parseLeadDepartment(name.trim()));
  const known = departments.filter((department) => department !== undefined);
  if (known.length < departments.length) {
    settings.refuse(
      'DEMO_DEPARTMENTS',
      'names a department that does not exist',
      LEAD_DEPARTMENTS.join(', '),
    );
  }
  return known;
}

function refuseUnsafeSignIn(settings: SettingReader, host: string): void {
  const auth = settings.oneOf('AUTH', ['demo', 'oidc'], 'demo');
  if (auth === 'oidc') {
    settings.refuse('AUTH', 'oidc is not available in this version', 'demo, on a loopback HOST');
  } else if (!isLoopback(host)) {
    settings.refuse(
      'HOST',
      'AUTH=demo signs everyone in, so the service listens on a loopback address only',
      '127.0.0.1, ::1 or localhost',
    );
  }
}

/** The settings, or one `bad_settings` that names every wrong one. */
export function parseConfig(environment: Environment): Config {
  const settings = new SettingReader(environment);
  const host = settings.text('HOST') ?? '127.0.0.1';
  refuseUnsafeSignIn(settings, host);
  const dataDir = resolve(settings.text('DATA_DIR') ?? 'data');
  const config: Config = {
    port: settings.wholeNumber('PORT', { least: 0, most: 65_535 }) ?? 8787,
    host,
    publicUrl: readPublicUrl(settings),
    dataDir,
    logLevel: settings.oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
    timeZone: readTimeZone(settings),
    minimumGroup: settings.wholeNumber('K_MIN', { least: 1, most: 1000 }) ?? 10,
    auth: 'demo',
    snowflake: readSnowflake(settings),
    duckdbPath: resolve(settings.text('DUCKDB_PATH') ?? join(dataDir, 'wonder.duckdb')),
    duckdbMemoryLimit: readMemoryLimit(settings),
    retentionDays: settings.wholeNumber('RETENTION_DAYS', { least: 1, most: 36_500 }),
    demoRole: settings.oneOf('DEMO_ROLE', ROLES, 'executive'),
    demoDepartments: readDemoDepartments(settings),
    learning: readLearning(settings),
    writingModel: readWritingModel(settings),
    threadPoolSize: settings.wholeNumber('UV_THREADPOOL_SIZE', { least: 1, most: 1024 }) ?? 4,
    tableauPages: readTableauPages(settings),
    tableauPortal: readTableauPortal(settings),
    tableau: readTableau(settings),
    runs: readRunSettings(settings),
  };
  if (settings.problems.length === 0) return config;
  throw new WonderError('bad_settings', {
    detail: `Wrong settings: ${settings.problems.map(({ field }) => field).join(', ')}.`,
    problems: settings.problems,
  });
}
