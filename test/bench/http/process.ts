import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';

const startedSchema = z.object({ url: z.string() });
const usageSchema = z.object({ cpu: z.number(), memory: z.number() });

/** A server in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  /** Microseconds of CPU so far, and bytes of memory now. */
  usage(): Promise<{ cpu: number; memory: number }>;
  stop(): Promise<void>;
}

function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const end = (code: number | null) => reject(new Error(`the server ended with ${code}`));
    child.once('exit', end);
    child.once('message', (message) => {
      child.off('exit', end);
      resolve(message);
    });
  });
}

/** Starts test/bench/http/server.ts with these arguments. */
export async function startProcess(...args: readonly string[]): Promise<ServerProcess> {
  const child = fork(join(import.meta.dirname, 'server.ts'), args, {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, UV_THREADPOOL_SIZE: '16' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { url } = startedSchema.parse(await nextMessage(child));
  return {
    url,
    async usage() {
      const answer = nextMessage(child);
      child.send('usage');
      return usageSchema.parse(await answer);
    },
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.disconnect();
      await ended;
    },
  };
}
