import { readFile } from 'node:fs/promises';
import { isWonderError, WonderError } from '../../domain/errors.ts';

interface ServerRecord {
  readonly pid: number;
  readonly url: string;
}

/**
 * What a command wanted, as lines for a shell that ask a server at this address for it; none where a
 * server cannot do it.
 */
export type ServerRequests = (url: string) => readonly string[];

/** The file beside a database in which a server leaves its address while it has the database open. */
export function serverRecordPath(database: string): string {
  return `${database}.server.json`;
}

async function parseRecord(text: string): Promise<ServerRecord | undefined> {
  // Only when needed: most commands find no server.
  const { z } = await import('zod');
  const schema = z.object({ pid: z.number().int().positive(), url: z.url() });
  return schema.safeParse(JSON.parse(text)).data;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The server that has the database open, or undefined; a record left by a killed server is none. */
export async function findServer(database: string): Promise<ServerRecord | undefined> {
  try {
    const text = await readFile(serverRecordPath(database), 'utf8');
    const record = await parseRecord(text);
    return record !== undefined && isAlive(record.pid) ? record : undefined;
  } catch {
    return undefined;
  }
}

/** Adds to `database_held` who holds the database and how to ask for the same thing there. */
export async function explainHeld(
  error: unknown,
  { database, requests }: { readonly database: string; readonly requests: ServerRequests },
): Promise<unknown> {
  if (!isWonderError(error) || error.code !== 'database_held') return error;
  const server = await findServer(database);
  if (server === undefined) {
    return new WonderError('database_held', {
      detail: `${error.message} Wait until it is done, or stop it.`,
      cause: error,
    });
  }
  const lines = requests(server.url);
  const advice =
    lines.length === 0
      ? `The server cannot do this: stop it (process ${server.pid}), run the command again, and start it again.`
      : `Ask the server instead:\n${lines.map((line) => `  ${line}`).join('\n')}`;
  return new WonderError('database_held', {
    detail: `The server at ${server.url} (process ${server.pid}) has the database ${database} open.\n${advice}`,
    cause: error,
  });
}
