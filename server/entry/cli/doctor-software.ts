import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../adapters/system/package-root.ts';
import { readSqlFiles } from '../../adapters/system/sql-files.ts';
import { openDuckDb } from '../../adapters/warehouse/duckdb.ts';
import { compileProject } from '../../modeling/compiled.ts';
import { parseProject } from '../../modeling/project.ts';
import { type Check, doubtful, failed, passed } from './doctor-check.ts';
import { findPanelsState } from './panels.ts';

const NODE_LEAST = [20, 19] as const;

function checkNode(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [leastMajor, leastMinor] = NODE_LEAST;
  const isNew = major > leastMajor || (major === leastMajor && minor >= leastMinor);
  const found = `Node ${process.versions.node}`;
  return isNew
    ? passed('versions', found)
    : failed('versions', found, `install Node ${leastMajor}.${leastMinor} or newer`);
}

async function checkEngine(): Promise<Check> {
  try {
    const warehouse = await openDuckDb({ path: ':memory:' });
    const [row] = await warehouse.query({ sql: 'select version() as version' });
    await warehouse.close();
    return passed('versions', `DuckDB ${row?.version}`);
  } catch {
    return failed('versions', 'the database engine does not start', 'run npm ci on this machine');
  }
}

export async function checkVersions(): Promise<Check[]> {
  return [checkNode(), await checkEngine()];
}

/** Whether the models can be read, ordered and rendered. */
export async function checkSql(): Promise<Check> {
  try {
    const project = parseProject(await readSqlFiles(join(PACKAGE_ROOT, 'sql')));
    const { nodes } = compileProject(project, 'duckdb');
    return passed('models', `${nodes.length} models in order`);
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    return failed('models', told, 'mend the file, or take it from the repository again');
  }
}

export async function checkPanels(): Promise<Check> {
  const state = await findPanelsState();
  if (state === 'built') return passed('panels', 'built');
  const found = state === 'missing' ? 'not built' : 'older than their sources';
  return doubtful('panels', found, 'npm start builds them, or npm run build');
}
