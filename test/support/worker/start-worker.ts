import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWorker } from '../../../server/entry/worker/build.ts';

const ROOT = join(import.meta.dirname, '../../..');
const PATIENCE_MS = 90_000;

export interface LocalWorker {
  readonly url: string;
  /** What it wrote so far. */
  readonly said: () => string;
  readonly stop: () => Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Builds the Worker and runs it in workerd by wrangler, with the settings given over wrangler.toml's. */
export async function startWorker(vars: Readonly<Record<string, string>>): Promise<LocalWorker> {
  await buildWorker();
  const state = await mkdtemp(join(tmpdir(), 'wonder-worker-'));
  const [port, inspector] = [await freePort(), await freePort()];
  const given = Object.entries(vars).flatMap(([name, value]) => ['--var', `${name}:${value}`]);
  const child = spawn(
    process.execPath,
    [
      join(ROOT, 'node_modules/wrangler/bin/wrangler.js'),
      'dev',
      ...['--ip', '127.0.0.1', '--port', String(port), '--inspector-port', String(inspector)],
      ...['--persist-to', state, '--show-interactive-dev-session=false'],
      ...given,
    ],
    {
      cwd: ROOT,
      env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: 'true' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (piece: Buffer) => {
      said += piece.toString();
    });
  }
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    await rm(state, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  const giveUp = AbortSignal.timeout(PATIENCE_MS);
  while (!giveUp.aborted && child.exitCode === null) {
    const isUp = await fetch(`${url}/healthz`).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return { url, said: () => said, stop };
    await new Promise((done) => setTimeout(done, 250));
  }
  await stop();
  throw new Error(`The Worker did not start:\n${said}`);
}
