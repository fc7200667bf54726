import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const BIN = resolve(process.env.WONDER_DBT_BIN ?? '.venv-dbt/bin');

/** Whether dbt is installed; says how to install it where it is not, and throws that in CI. */
export function hasDbt(): boolean {
  if (existsSync(join(BIN, 'dbt'))) return true;
  const missing = `dbt is not in ${BIN}: python3 -m venv .venv-dbt && .venv-dbt/bin/pip install -r sql/requirements.txt (or set WONDER_DBT_BIN)`;
  if (process.env.CI === 'true') throw new Error(missing);
  console.warn(`skipped: ${missing}`);
  return false;
}

export interface DbtCall {
  readonly command: 'parse' | 'build';
  readonly database: string;
  /** For what dbt writes besides tables. */
  readonly folder: string;
  readonly vars?: Readonly<Record<string, string>>;
}

/** Runs dbt on sql/ and answers what it printed; a failure is an Error that holds all of it. */
export async function runDbt({ command, database, folder, vars = {} }: DbtCall): Promise<string> {
  const project = ['--project-dir', 'sql', '--profiles-dir', 'sql'];
  const options = {
    env: {
      ...process.env,
      WONDER_DUCKDB: database,
      DBT_TARGET_PATH: join(folder, 'target'),
      DBT_LOG_PATH: join(folder, 'logs'),
    },
    maxBuffer: 64 * 1024 * 1024,
  };
  const args = ['--no-use-colors', command, ...project, '--vars', JSON.stringify(vars)];
  try {
    return (await run(join(BIN, 'dbt'), args, options)).stdout;
  } catch (error) {
    throw new Error(`dbt ${command} failed:\n${failuresIn(error)}`);
  }
}

/** The end of what dbt printed: which models and tests failed, without the hundreds that did not. */
function failuresIn(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!('stdout' in error) || !error.stdout) return error.message;
  const printed = String(error.stdout);
  return printed.slice(Math.max(printed.indexOf('Completed with'), 0));
}

/** Runs one of our scripts with dbt's Python; JSON in, JSON out. */
export async function askPython(script: string, question: unknown): Promise<unknown> {
  const path = join(import.meta.dirname, script);
  return await new Promise((answer, fail) => {
    const child = execFile(
      join(BIN, 'python'),
      [path],
      { maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        if (error === null) answer(JSON.parse(stdout));
        else fail(new Error(`${script} failed:\n${stderr}`, { cause: error }));
      },
    );
    child.stdin?.end(JSON.stringify(question));
  });
}
