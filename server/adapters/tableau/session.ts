import { WonderError } from '../../domain/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IdSource } from '../../ports/id-source.ts';
import { textAt } from './answer.ts';
import { signInBody, type TableauCredentials } from './credentials.ts';
import type { PlacedAnswer, RestHttp } from './rest-http.ts';

export interface SessionOptions {
  readonly http: RestHttp;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly url: string;
  /** The site's content URL; empty: the default site. */
  readonly site: string;
  readonly credentials: TableauCredentials;
}

interface Session {
  /** Of the host that signed us in. */
  readonly origin: string;
  readonly version: string;
  readonly siteId: string;
  readonly token: string;
}

/** A request below /api/{version}/sites/{site}. */
export interface SiteRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly signal: AbortSignal;
}

const OUR_VERSION = '3.24';
/** Personal access tokens came with it. */
const LEAST_VERSION = '3.6';
/** A refused sign-in is not asked for again before that: an account can be locked by asking. */
const REFUSED_MS = 60_000;

function compareVersions(one: string, other: string): number {
  const [major = 0, minor = 0] = one.split('.').map(Number);
  const [otherMajor = 0, otherMinor = 0] = other.split('.').map(Number);
  return major - otherMajor || minor - otherMinor;
}

function noApi(): WonderError {
  return new WonderError('tableau_failed', {
    detail: 'There is no Tableau REST API at TABLEAU_URL.',
  });
}

/** The one session of this process: a second one with the same access token would end the first. */
export class TableauSession {
  readonly #options: SessionOptions;
  #current: Promise<Session> | undefined;
  #refused: { readonly error: WonderError; readonly until: number } | undefined;

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  /** Sends a request of the site; signs in first, and once more where the session has ended meanwhile. */
  async send(request: SiteRequest): Promise<PlacedAnswer> {
    const used = this.#session(request.signal);
    const answer = await this.#sendWith(await used, request);
    if (answer.status !== 401) return answer;
    if (this.#current === used) this.#current = undefined;
    const again = this.#session(request.signal);
    const second = await this.#sendWith(await again, request);
    if (second.status !== 401) return second;
    if (this.#current === again) this.#current = undefined;
    throw new WonderError('tableau_auth', {
      detail:
        'Tableau ends every session at once. Does something else sign in with the same token?',
    });
  }

  async #sendWith(
    { origin, version, siteId, token }: Session,
    { method, path, query = {}, body, signal }: SiteRequest,
  ): Promise<PlacedAnswer> {
    const url = new URL(`${origin}/api/${version}/sites/${encodeURIComponent(siteId)}/${path}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return await this.#options.http.send({ method, url, token, body, signal });
  }

  #session(signal: AbortSignal): Promise<Session> {
    const known = this.#current;
    if (known !== undefined) return known;
    const opened = this.#open(signal).catch((error: unknown) => {
      if (this.#current === opened) this.#current = undefined;
      throw error;
    });
    this.#current = opened;
    return opened;
  }

  async #open(signal: AbortSignal): Promise<Session> {
    const { http, clock, ids, url, site, credentials } = this.#options;
    if (this.#refused !== undefined && clock.now() < this.#refused.until) throw this.#refused.error;
    const base = url.replace(/\/+$/, '');
    const version = await this.#negotiate(base, signal);
    const answer = await http.send({
      method: 'POST',
      url: new URL(`${base}/api/${version}/auth/signin`),
      body: {
        credentials: {
          ...(await signInBody(credentials, { clock, ids })),
          site: { contentUrl: site },
        },
      },
      signal,
    });
    if (answer.status === 401 || answer.status === 403) {
      const error = new WonderError('tableau_auth', {
        detail:
          credentials.kind === 'pat'
            ? 'Tableau refuses the sign-in: the personal access token is wrong, expired or revoked.'
            : 'Tableau refuses the sign-in: check the Connected App, its user and the clock.',
      });
      this.#refused = { error, until: clock.now() + REFUSED_MS };
      throw error;
    }
    const token = textAt(answer.body, 'credentials', 'token');
    const siteId = textAt(answer.body, 'credentials', 'site', 'id');
    if (answer.status !== 200 || token === undefined || siteId === undefined) {
      throw new WonderError('tableau_failed', {
        detail: `Tableau answers a sign-in with something that is none (${answer.status}).`,
      });
    }
    const path = new URL(base).pathname.replace(/\/$/, '');
    return { origin: `${answer.origin}${path}`, version, siteId, token };
  }

  /** The newest version that both speak. */
  async #negotiate(base: string, signal: AbortSignal): Promise<string> {
    const url = new URL(`${base}/api/2.4/serverinfo`);
    const answer = await this.#options.http.send({ method: 'GET', url, signal });
    const spoken = textAt(answer.body, 'serverInfo', 'restApiVersion');
    if (answer.status !== 200 || spoken === undefined || !/^\d+\.\d+$/.test(spoken)) throw noApi();
    if (compareVersions(spoken, LEAST_VERSION) < 0) {
      throw new WonderError('tableau_failed', {
        detail: `This Tableau Server speaks REST API ${spoken}; ${LEAST_VERSION} is needed.`,
      });
    }
    return compareVersions(spoken, OUR_VERSION) < 0 ? spoken : OUR_VERSION;
  }
}
