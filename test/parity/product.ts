import { execFile, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const BIN = join(import.meta.dirname, '../../bin/wonder.mjs');
/** The day of the golden data. */
export const AS_OF = '2025-03-01';
/** Scored first, so that there are changes and movers to read. */
const EARLIER = '2025-02-01';

/** What is exported and compared. */
export const FILES = ['daily', 'extended', 'segments'] as const;

/** The commands of an operator, with the settings of one warehouse. */
export class Product {
  /** The environment of its commands. */
  readonly env: NodeJS.ProcessEnv;
  readonly #folder: string;

  constructor(folder: string, settings: Readonly<Record<string, string>>) {
    this.#folder = folder;
    this.env = { ...process.env, NODE_NO_WARNINGS: '1', DATA_DIR: folder, ...settings };
  }

  async run(...args: readonly string[]): Promise<void> {
    await promisify(execFile)(process.execPath, [BIN, ...args], { env: this.env });
  }

  /** Loads a folder, scores the day, exports; answers the files by what they hold. */
  async scores(data: string): Promise<ReadonlyMap<string, string>> {
    await this.run('load', data);
    for (const day of [EARLIER, AS_OF]) await this.run('score', '--as-of', day);
    const files = new Map<string, string>();
    for (const what of FILES) {
      const out = join(this.#folder, `${what}.csv`);
      await this.run('export', '--what', what, '--as-of', AS_OF, '--out', out);
      files.set(what, await readFile(out, 'utf8'));
    }
    return files;
  }

  /** Serves on a free port. */
  async serve(): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
    const env = { ...this.env, PORT: '0', K_MIN: '1', SCHEDULE: 'off', LOG_LEVEL: 'error' };
    const child = spawn(process.execPath, [BIN, 'serve'], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise<void>((done) => child.once('exit', () => done()));
    let said = '';
    for await (const piece of child.stdout) {
      said += String(piece);
      const url = /answers at (http:\S+)/.exec(said)?.[1];
      if (url === undefined) continue;
      const stop = async () => {
        child.kill('SIGTERM');
        await ended;
      };
      return { url, stop };
    }
    throw new Error(`The service ended: ${said}`);
  }
}
