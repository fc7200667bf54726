import type { Context } from 'hono';
import { WonderError } from '../domain/errors.ts';
import type { HttpContext } from './context.ts';
import type { Incoming } from './dispatch.ts';

const REQUEST_ID = /^[A-Za-z0-9._-]{1,64}$/;
/** Behind "http://" or "https://", which every request's URL starts with. */
const AUTHORITY_FROM = 8;
const REMEMBERED_HOSTS = 100;

/** A request as the routes see it, and the host it was sent to. */
export interface Arrival extends Incoming {
  readonly host: string;
}

/** Reads a request without building a URL or a copy of its headers: this is done for every one. */
export function readArrival({ clock, ids }: HttpContext, c: Context): Arrival {
  const request = c.req.raw;
  const { url } = request;
  const from = url.indexOf('/', AUTHORITY_FROM);
  const query = url.indexOf('?', from);
  const header = (name: string) => request.headers.get(name);
  const given = header('x-request-id');
  return {
    host: url.slice(url.indexOf('//') + 2, from),
    path: query < 0 ? url.slice(from) : url.slice(from, query),
    search: query < 0 ? '' : url.slice(query),
    method: request.method,
    header,
    requestId: given !== null && REQUEST_ID.test(given) ? given : ids.next(16),
    receivedAt: clock.now(),
    param: (name) => c.req.param(name) ?? '',
    body: () => request.body,
  };
}

/** The host's name without its port; IPv6 keeps its brackets. */
function nameOf(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase();
}

/** Refuses requests that came under a foreign name: how a hostile page reaches a service on loopback. */
export class HostGuard {
  readonly #names: ReadonlySet<string> | undefined;
  readonly #known = new Set<string>();

  constructor(names: ReadonlySet<string> | undefined) {
    this.#names = names;
  }

  check({ host }: Arrival): void {
    if (this.#names === undefined || this.#known.has(host)) return;
    if (!this.#names.has(nameOf(host))) {
      throw new WonderError('forbidden', { detail: 'This service does not answer to this name.' });
    }
    if (this.#known.size < REMEMBERED_HOSTS) this.#known.add(host);
  }
}

/** A page of another site may send requests here, but not have them done. */
export function refuseForeignPage({ header, host }: Arrival): void {
  const origin = header('origin');
  const isForeign = origin !== null && origin.replace(/^https?:\/\//, '') !== host;
  if (isForeign || header('sec-fetch-site') === 'cross-site') {
    throw new WonderError('forbidden', { detail: 'A page of another site may not do this.' });
  }
}
