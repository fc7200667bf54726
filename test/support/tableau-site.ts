import { createRandomIds } from '../../server/adapters/system/random-ids.ts';
import type { TableauCredentials } from '../../server/adapters/tableau/credentials.ts';
import { RestHttp } from '../../server/adapters/tableau/rest-http.ts';
import { TableauRestSite } from '../../server/adapters/tableau/rest-site.ts';
import { TableauSession } from '../../server/adapters/tableau/session.ts';
import { WonderError } from '../../server/domain/errors.ts';
import type { Sleeper } from '../../server/ports/sleeper.ts';
import { quietLogger } from './scored-warehouse.ts';

/** A clock that only waiting moves. */
export interface ManualTime {
  now: number;
  /** How long was waited, each time. */
  readonly waits: number[];
  readonly sleeper: Sleeper;
}

function refuseAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new WonderError('cancelled', { detail: 'called off' });
}

/** Starts at a moment; who waits is answered at once, and it is later then. */
export function manualTime(start: string): ManualTime {
  const time: ManualTime = {
    now: Date.parse(start),
    waits: [],
    sleeper: {
      async sleep(milliseconds, signal) {
        refuseAborted(signal);
        time.waits.push(milliseconds);
        time.now += milliseconds;
        // Lets sockets and timers have their turn.
        await new Promise((resolve) => setImmediate(resolve));
        refuseAborted(signal);
      },
    },
  };
  return time;
}

const PAT: TableauCredentials = {
  kind: 'pat',
  name: 'nightly',
  secret: 'invented-secret-of-a-test',
};

/** The adapter, pointed at a double. */
export function siteOf(
  url: string,
  { time, ...more }: { time: ManualTime; credentials?: TableauCredentials; requestMs?: number },
): TableauRestSite {
  const clock = { now: () => time.now };
  const http = new RestHttp({
    clock,
    sleeper: time.sleeper,
    logger: quietLogger,
    requestMs: more.requestMs ?? 20_000,
  });
  const session = new TableauSession({
    http,
    clock,
    ids: createRandomIds(),
    url,
    site: 'club',
    credentials: more.credentials ?? PAT,
  });
  return new TableauRestSite(session);
}
