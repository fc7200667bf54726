import { access, constants, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PACKAGE_ROOT } from '../../adapters/system/package-root.ts';
import { readSqlFiles } from '../../adapters/system/sql-files.ts';
import { openDuckDb } from '../../adapters/warehouse/duckdb.ts';
import { dayIn, lastCompleteDay } from '../../domain/calendar.ts';
import { isWonderError } from '../../domain/errors.ts';
import { addDays } from '../../domain/run.ts';
import { parseProject, type SqlProject } from '../../modeling/project.ts';
import type { Warehouse } from '../../ports/warehouse.ts';
import { findNewestFactDay } from '../../usecases/find-newest-fact-day.ts';
import { findLandingOrigin } from '../../usecases/landing-origin.ts';
import { landingSchema } from '../../usecases/landing-scripts.ts';
import { analyticsTable } from '../../usecases/run-deps.ts';
import type { Config } from '../config.ts';
import { counted } from './counted.ts';
import { type Check, doubtful, failed, passed } from './doctor-check.ts';
import { findServer, serverRecordPath } from './held-database.ts';
import { isThere } from './is-there.ts';

/** Days after which scores are old: the nightly run has been missed. */
const OLD_AFTER_DAYS = 2;

async function nearestFolder(path: string): Promise<string> {
  const parent = dirname(path);
  return parent === path || (await isThere(parent)) ? parent : await nearestFolder(parent);
}

/** Whether this user may use the file or folder so: R_OK, W_OK. */
async function isPermitted(path: string, mode: number): Promise<boolean> {
  return await access(path, mode).then(
    () => true,
    () => false,
  );
}

async function checkFile({ duckdbPath }: Config): Promise<Check> {
  if (!(await isThere(duckdbPath))) {
    const folder = await nearestFolder(duckdbPath);
    return (await stat(folder)).isDirectory() && (await isPermitted(folder, constants.W_OK))
      ? doubtful(
          'database',
          `${duckdbPath} does not exist yet`,
          'npm start makes it, or "wonder load DIR"',
        )
      : failed(
          'database',
          `${folder} cannot be written`,
          'set DATA_DIR or DUCKDB_PATH to another place',
        );
  }
  const entry = await stat(duckdbPath);
  if (entry.isDirectory()) {
    return failed(
      'database',
      `${duckdbPath} is a folder`,
      `name the file in it: --database ${join(duckdbPath, 'wonder.duckdb')}`,
    );
  }
  const found = `${duckdbPath}, ${(entry.size / 1_000_000).toFixed(1)} MB`;
  return (await isPermitted(duckdbPath, constants.R_OK | constants.W_OK))
    ? passed('database', found)
    : failed('database', `${found}, cannot be read and written`, 'give this user the right to');
}

async function hasTable(warehouse: Warehouse, name: string): Promise<boolean> {
  const [schema, table] = name.split('.');
  const rows = await warehouse.query({
    sql: 'select 1 as found from information_schema.tables where table_schema = ? and table_name = ?',
    binds: [schema ?? '', table ?? ''],
  });
  return rows.length > 0;
}

interface Inside {
  readonly warehouse: Warehouse;
  readonly project: SqlProject;
}

async function checkData({ warehouse, project }: Inside, config: Config): Promise<Check> {
  const tables = await hasTable(warehouse, `${landingSchema(project)}.fact_engagement`);
  const origin = tables
    ? await findLandingOrigin({ warehouse, project })
    : { kind: 'empty' as const };
  switch (origin.kind) {
    case 'empty':
      return doubtful(
        'data',
        'no data is loaded',
        '"wonder demo" makes some, "wonder load DIR" loads yours',
      );
    case 'demo':
      return passed('data', `demo data up to ${origin.parameters.asOf}`);
    case 'own': {
      const upTo = lastCompleteDay(config.timeZone, Date.now());
      const newest = await findNewestFactDay({ warehouse, project }, { upTo });
      return passed(
        'data',
        `your own data, ${newest === undefined ? 'no facts' : `facts up to ${newest}`}`,
      );
    }
  }
}

async function checkScores({ warehouse, project }: Inside, config: Config): Promise<Check> {
  const runs = analyticsTable(project, 'score_runs');
  if (!(await hasTable(warehouse, runs))) {
    return doubtful(
      'scores',
      'none are published',
      '"wonder score" publishes the last complete day',
    );
  }
  const [row] = await warehouse.query({
    sql: `select max(score_date) as newest, count(*) as days from ${runs} where published`,
  });
  if (typeof row?.newest !== 'string') {
    return doubtful(
      'scores',
      'none are published',
      '"wonder score" publishes the last complete day',
    );
  }
  const found = `${counted(Number(row.days), 'day')} published, the newest ${row.newest}`;
  const old = row.newest < addDays(dayIn(config.timeZone, Date.now()), -OLD_AFTER_DAYS);
  return old
    ? doubtful('scores', found, '"wonder score" publishes the last complete day')
    : passed('scores', found);
}

async function checkHolder(config: Config, error: unknown): Promise<Check> {
  const { duckdbPath } = config;
  if (!isWonderError(error)) throw error;
  if (error.code !== 'database_held') {
    return failed('database', error.message, 'restore it from a copy, or use another --database');
  }
  const server = await findServer(duckdbPath);
  return server === undefined
    ? doubtful('lock', error.message, 'wait until it is done, or stop it')
    : passed('lock', `held by the server at ${server.url} (process ${server.pid})`);
}

async function checkInside(config: Config): Promise<Check[]> {
  let warehouse: Warehouse;
  try {
    warehouse = await openDuckDb({ path: config.duckdbPath });
  } catch (error) {
    return [await checkHolder(config, error)];
  }
  try {
    const project = parseProject(await readSqlFiles(join(PACKAGE_ROOT, 'sql')));
    const parts = { warehouse, project };
    return [
      passed('lock', 'no process has the database open'),
      await checkData(parts, config),
      await checkScores(parts, config),
    ];
  } finally {
    await warehouse.close();
  }
}

async function checkServerRecord({ duckdbPath }: Config): Promise<Check[]> {
  const record = serverRecordPath(duckdbPath);
  if (!(await isThere(record)) || (await findServer(duckdbPath)) !== undefined) return [];
  return [
    doubtful(
      'server',
      `${record} is left from a server that was killed`,
      'the next start replaces it',
    ),
  ];
}

/** The file, who has it open, and what is in it. Makes no file and no table. */
export async function checkDatabase(config: Config): Promise<Check[]> {
  const file = await checkFile(config);
  const inside = file.state === 'ok' ? await checkInside(config) : [];
  return [file, ...inside, ...(await checkServerRecord(config))];
}
