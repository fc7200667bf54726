import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { systemClock } from '../../adapters/system/clock.ts';
import { PACKAGE_ROOT } from '../../adapters/system/package-root.ts';
import { createPinoLogger } from '../../adapters/system/pino-logger.ts';
import { createRandomIds } from '../../adapters/system/random-ids.ts';
import { readSqlFiles } from '../../adapters/system/sql-files.ts';
import { WonderError } from '../../domain/errors.ts';
import { parseProject, type SqlFiles, type SqlProject } from '../../modeling/project.ts';
import type { LandingLoader } from '../../ports/landing-loader.ts';
import type { Warehouse } from '../../ports/warehouse.ts';
import type { RunDeps } from '../../usecases/run-deps.ts';
import { setupWarehouse } from '../../usecases/setup-warehouse.ts';
import { type OpenedWarehouse, openWarehouse, projectFor } from '../compose-warehouse.ts';
import { type Config, parseConfig } from '../config.ts';
import { refuseWriting } from '../reading-only.ts';
import { explainHeld, type ServerRequests } from './held-database.ts';
import { isThere } from './is-there.ts';

export interface WorkplaceOptions {
  /** --database */
  readonly database: string | undefined;
  /** Makes a new database where there is none; otherwise that is an error. */
  readonly create: boolean;
  /** Leaves no new database behind where the work fails. */
  readonly allOrNothing?: boolean;
  /** Writes nothing, and so needs no right to. */
  readonly readsOnly?: boolean;
  /** Works in memory and leaves the database alone, whoever has it open. */
  readonly inMemory?: boolean;
  /** The same thing, asked of a server that has the database open. */
  readonly requests: ServerRequests;
}

/** What a command works with: the database, its tables set up, and the SQL project. */
export interface Workplace {
  readonly config: Config;
  readonly database: string;
  /** There was no database before. */
  readonly isNew: boolean;
  readonly files: SqlFiles;
  readonly project: SqlProject;
  readonly warehouse: Warehouse;
  readonly loader: LandingLoader;
  readonly runDeps: RunDeps;
}

/** Settings with --database put over them. */
export function readConfig(database: string | undefined): Config {
  const config = parseConfig(process.env);
  return database === undefined ? config : { ...config, duckdbPath: resolve(database) };
}

/** Whether there is a database. Throws where there is none and none may be made. */
async function findDatabase(path: string, create: boolean): Promise<boolean> {
  if (await isThere(path)) return true;
  if (create) return false;
  throw new WonderError('warehouse_unavailable', {
    detail: `There is no database ${path}. Make one with "wonder demo" or "wonder load DIR".`,
  });
}

async function removeDatabase(path: string): Promise<void> {
  for (const file of [path, `${path}.wal`]) await rm(file, { force: true });
}

async function open(options: WorkplaceOptions): Promise<Workplace> {
  const { database, create, inMemory = false, readsOnly = inMemory, requests } = options;
  const config = readConfig(database);
  if (!readsOnly) refuseWriting(config);
  const isLocal = config.snowflake === undefined && !inMemory;
  const isNew = isLocal && !(await findDatabase(config.duckdbPath, create));
  const files = await readSqlFiles(resolve(PACKAGE_ROOT, 'sql'));
  const project = projectFor(config, parseProject(files));
  let opened: OpenedWarehouse;
  try {
    opened = await openWarehouse(config, { inMemory });
  } catch (error) {
    throw await explainHeld(error, { database: config.duckdbPath, requests });
  }
  const { warehouse } = opened;
  const loader = opened.loader({ project, files });
  const runDeps: RunDeps = {
    warehouse,
    project,
    clock: systemClock,
    ids: createRandomIds(),
    logger: createPinoLogger({ level: config.logLevel === 'debug' ? 'debug' : 'silent' }),
    // Not the process id alone: in a container every start has the same.
    instance: `cli-${process.pid}-${createRandomIds().next(6)}`,
    minimumGroup: config.minimumGroup,
    learning: config.learning,
    ...(config.tableau === undefined
      ? {}
      : { extracts: { skippedBecause: 'This command refreshes no extracts.' } }),
    ...(config.retentionDays === undefined ? {} : { retentionDays: config.retentionDays }),
  };
  return { config, database: config.duckdbPath, isNew, files, project, warehouse, loader, runDeps };
}

/** Opens the database for one piece of work and closes it afterwards, whatever happens. */
export async function withWorkplace<T>(
  options: WorkplaceOptions,
  work: (workplace: Workplace) => Promise<T>,
): Promise<T> {
  const workplace = await open(options);
  const { readsOnly = false, allOrNothing = false } = options;
  let leavesNothing = false;
  try {
    // In a shared warehouse whoever reads may not define anything.
    if (!readsOnly || workplace.warehouse.singleProcess) await setupWarehouse(workplace);
    return await work(workplace);
  } catch (error) {
    leavesNothing = allOrNothing && workplace.isNew;
    throw error;
  } finally {
    await workplace.warehouse.close();
    if (leavesNothing) await removeDatabase(workplace.database);
  }
}
