import type { Context } from 'hono';
import { WonderError } from '../domain/errors.ts';
import type { Principal, Scope } from '../domain/scope.ts';
import type { HttpContext } from './context.ts';
import type { Exchange } from './route.ts';

const REQUEST_ID = /^[A-Za-z0-9._-]{1,64}$/;
/** Behind "http://" or "https://", which every request's URL starts with. */
const AUTHORITY_FROM = 8;
const REMEMBERED_HOSTS = 100;
const NOBODY: Scope = { key: 'nobody', rows: [], named: [] };

type NodeHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** Where Node has parsed the headers already: reading them there spares a copy for every request. */
function nodeHeadersOf({ env }: Context): NodeHeaders | undefined {
  const incoming: unknown = env?.incoming;
  return typeof incoming === 'object' && incoming !== null && hasHeaders(incoming)
    ? incoming.headers
    : undefined;
}

function hasHeaders(incoming: object): incoming is { readonly headers: NodeHeaders } {
  return 'headers' in incoming && typeof incoming.headers === 'object';
}

/** A request as it came in. This is made for every one, so it builds no URL and copies no headers. */
export class Arrival implements Exchange {
  readonly path: string;
  readonly search: string;
  readonly host: string;
  readonly requestId: string;
  readonly receivedAt: number;
  principal: Principal | undefined = undefined;
  scope: Scope = NOBODY;
  /** What follows the path parameter in the last segment, and is none of it. */
  suffix = '';
  readonly #c: Context;
  readonly #headers: NodeHeaders | undefined;

  constructor({ clock, ids }: Pick<HttpContext, 'clock' | 'ids'>, c: Context) {
    const { url } = c.req.raw;
    const from = url.indexOf('/', AUTHORITY_FROM);
    const query = url.indexOf('?', from);
    this.#c = c;
    this.#headers = nodeHeadersOf(c);
    this.host = url.slice(url.indexOf('//') + 2, from);
    this.path = query < 0 ? url.slice(from) : url.slice(from, query);
    this.search = query < 0 ? '' : url.slice(query);
    this.receivedAt = clock.now();
    const given = this.header('x-request-id');
    this.requestId = given !== null && REQUEST_ID.test(given) ? given : ids.next(16);
  }

  get method(): string {
    return this.#c.req.raw.method;
  }

  header(name: string): string | null {
    if (this.#headers === undefined) return this.#c.req.raw.headers.get(name);
    const value = this.#headers[name];
    return value === undefined ? null : typeof value === 'string' ? value : value.join(', ');
  }

  param(name: string): string {
    const text = this.#c.req.param(name) ?? '';
    return this.suffix === '' ? text : text.slice(0, -this.suffix.length);
  }

  body(): ReadableStream<Uint8Array> | null {
    return this.#c.req.raw.body;
  }
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

  check(host: string): void {
    if (this.#names === undefined || this.#known.has(host)) return;
    if (!this.#names.has(nameOf(host))) {
      throw new WonderError('forbidden', { detail: 'This service does not answer to this name.' });
    }
    if (this.#known.size < REMEMBERED_HOSTS) this.#known.add(host);
  }
}

/** A page of another site may send requests here, but not have them done. */
export function refuseForeignPage(arrival: Arrival): void {
  const origin = arrival.header('origin');
  const isForeign = origin !== null && origin.replace(/^https?:\/\//, '') !== arrival.host;
  if (isForeign || arrival.header('sec-fetch-site') === 'cross-site') {
    throw new WonderError('forbidden', { detail: 'A page of another site may not do this.' });
  }
}
