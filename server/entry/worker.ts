import { z } from 'zod';
import { isWonderError } from '../domain/errors.ts';
import type { Publication } from '../usecases/find-publication.ts';
import { composeWorker, type WorkerComposition } from './compose-worker.ts';
import { readWorkerSettings } from './settings/worker.ts';
import type { EdgeCache, WorkerEnv, WorkerEvent } from './worker/platform.ts';
import { withRunLease } from './worker/run-lease.ts';

const POINTER = 'published';
/** Answers carry the age of their data, to the minute: so long may the edge repeat one. */
const EDGE_SECONDS = 60;

const Pointer = z.object({ version: z.string(), latest: z.record(z.string(), z.unknown()) });

let composed: WorkerComposition | undefined;
/** Where the pointer was when this isolate last looked. */
let lastVersion: string | undefined;

async function readPointer({ POINTER: store }: WorkerEnv): Promise<Publication | undefined> {
  const text = await store.get(POINTER);
  return text === null ? undefined : parsePointer(text);
}

/** The pointer is written by this Worker alone; one of another version is as good as none. */
function parsePointer(text: string): Publication | undefined {
  const value: unknown = JSON.parse(text);
  return Pointer.safeParse(value).success && isPublication(value) ? value : undefined;
}

function isPublication(value: unknown): value is Publication {
  return Pointer.safeParse(value).success;
}

function compose(env: WorkerEnv): WorkerComposition {
  composed ??= composeWorker(readWorkerSettings(env), {
    files: WONDER_SQL_FILES,
    version: WONDER_VERSION,
    readPointer: () => readPointer(env),
  });
  return composed;
}

/** Of the run and of who asks: a newer run, or another role, is another key. */
function cacheKey(request: Request, version: string): string {
  const url = new URL(request.url);
  const who = ['x-demo-role', 'x-demo-departments'].map((name) => request.headers.get(name) ?? '');
  const key = [version, ...who].map(encodeURIComponent).join('/');
  return `https://answers.invalid/${key}${url.pathname}${url.search}`;
}

async function answer(request: Request, env: WorkerEnv, event: WorkerEvent): Promise<Response> {
  const { app, forget } = compose(env);
  const version = (await readPointer(env))?.version;
  // Else an answer of the run before would be kept under the name of this one.
  if (version !== lastVersion) forget();
  lastVersion = version;
  const isCacheable =
    version !== undefined && request.method === 'GET' && request.url.includes('/api/v1/');
  if (!isCacheable) return await app.fetch(request);
  const cache: EdgeCache = await caches.open('wonder-answers');
  const key = cacheKey(request, version);
  const known = await cache.match(key);
  if (known !== undefined) {
    const headers = new Headers(known.headers);
    headers.set('cache-control', 'no-store');
    headers.set('x-edge-cache', 'hit');
    return new Response(known.body, { status: known.status, headers });
  }
  const made = await app.fetch(request);
  if (made.status === 200) {
    const kept = new Response(made.clone().body, made);
    kept.headers.set('cache-control', `max-age=${EDGE_SECONDS}`);
    event.waitUntil(cache.put(key, kept));
  }
  return made;
}

/** Points at what the warehouse has published; one Worker at a time, wherever it runs. */
async function movePointer(env: WorkerEnv): Promise<void> {
  const { findPublished } = compose(env);
  const isMoved = await withRunLease(env, crypto.randomUUID(), async () => {
    const published = await findPublished();
    if (published.latest !== undefined) await env.POINTER.put(POINTER, JSON.stringify(published));
    console.log(JSON.stringify({ message: 'pointer moved', version: published.version }));
  });
  if (!isMoved) console.log(JSON.stringify({ message: 'another Worker is at it' }));
}

/** What Cloudflare calls; the build exports it as its platform wants. */
export const worker = {
  async fetch(request: Request, env: WorkerEnv, event: WorkerEvent): Promise<Response> {
    try {
      return await answer(request, env, event);
    } catch (error) {
      console.error(error);
      const isWrong = isWonderError(error) && error.code === 'bad_settings';
      return new Response(isWrong ? error.message : 'The service failed.', { status: 503 });
    }
  },
  async scheduled(_: unknown, env: WorkerEnv): Promise<void> {
    await movePointer(env);
  },
};
