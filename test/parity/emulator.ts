import { type ChildProcess, spawn } from 'node:child_process';
import { access } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = join(ROOT, 'test/support/fakesnow');
const PATIENCE_MS = 120_000;

/** The Python that `.ci/run` makes; undefined where there is none. */
export async function findEmulator(): Promise<string | undefined> {
  const python = process.env.FAKESNOW_PYTHON ?? join(ROOT, '.venv-fakesnow/bin/python');
  return await access(python).then(
    () => python,
    () => undefined,
  );
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

async function untilAnswers(url: string, child: ChildProcess): Promise<void> {
  const giveUp = AbortSignal.timeout(PATIENCE_MS);
  while (!giveUp.aborted && child.exitCode === null) {
    const isUp = await fetch(`${url}/telemetry/send`, { method: 'POST' }).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error('The emulator did not start.');
}

/** Starts the emulator on a free port; its database lives as long as it does. */
export async function startEmulator(
  python: string,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const port = await freePort();
  const args = ['-m', 'uvicorn', '--app-dir', FOLDER, 'server:app', '--workers', '1'];
  const child = spawn(
    python,
    [...args, '--host', '127.0.0.1', '--port', String(port), '--log-level', 'error'],
    { stdio: 'ignore' },
  );
  const url = `http://127.0.0.1:${port}`;
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const stop = async () => {
    child.kill();
    await ended;
  };
  try {
    await untilAnswers(url, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}
