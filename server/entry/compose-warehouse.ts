import { mkdir } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { dirname } from 'node:path';
import { systemClock } from '../adapters/system/clock.ts';
import { openDuckDb } from '../adapters/warehouse/duckdb.ts';
import { DuckDbLandingLoader } from '../adapters/warehouse/duckdb-landing-loader.ts';
import { SnowflakeApiWarehouse } from '../adapters/warehouse/snowflake-api.ts';
import { SnowflakeLandingLoader } from '../adapters/warehouse/snowflake-landing-loader.ts';
import { WonderError } from '../domain/errors.ts';
import type { SqlFiles, SqlProject } from '../modeling/project.ts';
import { renderSetup } from '../modeling/queries.ts';
import type { LandingLoader } from '../ports/landing-loader.ts';
import type { Warehouse } from '../ports/warehouse.ts';
import { calendarSql, landingSchema } from '../usecases/landing-scripts.ts';
import type { Config } from './config.ts';

export interface OpenOptions {
  /** No files, no network: for a process that only serves. */
  readonly lockDown?: boolean;
  /** Instead of the database of the settings, a DuckDB that nobody else has. */
  readonly inMemory?: boolean;
}

export interface OpenedWarehouse {
  readonly warehouse: Warehouse;
  /** What brings files into it. */
  readonly loader: (parts: { project: SqlProject; files: SqlFiles }) => LandingLoader;
}

/** Half the machine's memory, where the operator set no limit: the rest is the page cache's and ours. */
function memoryLimit(config: Config): string {
  return config.duckdbMemoryLimit ?? `${Math.floor(totalmem() / 2 / 1_000_000)}MB`;
}

async function openLocal(config: Config, options: OpenOptions): Promise<OpenedWarehouse> {
  const path = options.inMemory ? ':memory:' : config.duckdbPath;
  const warehouse = await openDuckDb({
    path,
    memoryLimit: memoryLimit(config),
    lockDown: options.lockDown ?? false,
  });
  return {
    warehouse,
    loader: ({ project, files }) =>
      new DuckDbLandingLoader({
        warehouse,
        schema: landingSchema(project),
        calendarSql: calendarSql({ project, files }),
      }),
  };
}

function snowflakeLoader(
  warehouse: Warehouse,
  inSession?: ConstructorParameters<typeof SnowflakeLandingLoader>[0]['inSession'],
): OpenedWarehouse['loader'] {
  return ({ project, files }) =>
    new SnowflakeLandingLoader({
      warehouse,
      schema: landingSchema(project),
      calendarSql: calendarSql({ project, files }),
      landingSql: renderSetup(project, 'duckdb'),
      ...(inSession === undefined ? {} : { inSession }),
    });
}

/** Opens the warehouse that the settings name. Rejects with `database_held` or `warehouse_unavailable`. */
export async function openWarehouse(
  config: Config,
  options: OpenOptions = {},
): Promise<OpenedWarehouse> {
  const { snowflake } = config;
  if (!options.inMemory) await mkdir(dirname(config.duckdbPath), { recursive: true });
  if (snowflake === undefined || options.inMemory) return await openLocal(config, options);
  if (snowflake.api === 'sql-api') {
    const warehouse = new SnowflakeApiWarehouse(snowflake, {
      fetch: (url, init) => fetch(url, init),
      uuid: () => crypto.randomUUID(),
      clock: systemClock,
    });
    return { warehouse, loader: snowflakeLoader(warehouse) };
  }
  // Parts of the driver would tell every user of Node 20 about a Node that is newer.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  // Loaded only where it is used: the driver brings tens of megabytes along.
  const { SnowflakeWarehouse } = await import('../adapters/warehouse/snowflake.ts');
  const warehouse = new SnowflakeWarehouse(snowflake);
  if (snowflake.load === 'insert') return { warehouse, loader: snowflakeLoader(warehouse) };
  return { warehouse, loader: snowflakeLoader(warehouse, (work) => warehouse.session(work)) };
}

/** The SQL project, with the schema of the marts as the settings name it. */
export function projectFor(config: Config, project: SqlProject): SqlProject {
  if (config.snowflake === undefined) return project;
  const analytics_schema = config.snowflake.schema.toLowerCase();
  return { ...project, vars: { ...project.vars, analytics_schema } };
}

/** Refuses what is made for the embedded engine only. */
export function refuseSnowflake(config: Config, command: string): void {
  if (config.snowflake === undefined) return;
  throw new WonderError('bad_settings', {
    detail: `"wonder ${command}" makes demo data, which it does in DuckDB only. With WAREHOUSE=snowflake: "wonder setup", "wonder load DIR", "wonder score", "wonder serve".`,
    problems: [{ field: 'WAREHOUSE', message: 'is snowflake', allowed: 'duckdb' }],
  });
}
