import type { DurableState, WorkerEnv } from './platform.ts';

const KEY = 'lease';

interface Lease {
  readonly owner: string;
  readonly until: number;
}

function isLease(value: unknown): value is Lease {
  return typeof value === 'object' && value !== null && 'owner' in value && 'until' in value;
}

/**
 * One holder at a time in the whole world: a Durable Object, because a key-value store is a minute behind.
 * POST /take?owner=&seconds= answers 200 or 409; POST /release?owner=.
 */
export class RunLease {
  readonly #state: DurableState;

  constructor(state: DurableState) {
    this.#state = state;
  }

  async fetch(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    const owner = searchParams.get('owner') ?? '';
    const { storage } = this.#state;
    return await this.#state.blockConcurrencyWhile(async () => {
      const held = await storage.get(KEY);
      const isHeld = isLease(held) && held.until > Date.now() && held.owner !== owner;
      if (pathname === '/release') {
        if (isLease(held) && held.owner === owner) await storage.delete(KEY);
        return new Response('released');
      }
      if (isHeld) return new Response('held', { status: 409 });
      const until = Date.now() + Number(searchParams.get('seconds') ?? 60) * 1000;
      await storage.put(KEY, { owner, until } satisfies Lease);
      return new Response('taken');
    });
  }
}

/** Does the work while holding the lease; false where somebody else has it. */
export async function withRunLease(
  { RUN_LEASE }: WorkerEnv,
  owner: string,
  work: () => Promise<void>,
): Promise<boolean> {
  const lease = RUN_LEASE.get(RUN_LEASE.idFromName('scoring'));
  const ask = (verb: string) =>
    lease.fetch(`https://lease/${verb}?owner=${owner}&seconds=300`, { method: 'POST' });
  if ((await ask('take')).status !== 200) return false;
  try {
    await work();
  } finally {
    await ask('release');
  }
  return true;
}
