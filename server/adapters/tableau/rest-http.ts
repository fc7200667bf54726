import { isWonderError, WonderError } from '../../domain/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Sleeper } from '../../ports/sleeper.ts';
import { type SiteAnswer, textAt } from './answer.ts';
import { parseSiteBody } from './parse-body.ts';

export interface RestHttpOptions {
  readonly clock: Clock;
  readonly sleeper: Sleeper;
  readonly logger: Logger;
  /** After this a request that has no answer is given up, milliseconds. */
  readonly requestMs: number;
}

export interface RestRequest {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly token?: string;
  readonly body?: unknown;
  readonly signal: AbortSignal;
}

/** An answer, and where it came from in the end. */
export interface PlacedAnswer extends SiteAnswer {
  /** The origin that answered: the general host of a cloud sends on to one of many. */
  readonly origin: string;
}

const MOST_TRIES = 5;
const MOST_REDIRECTS = 3;
const MOST_BYTES = 2 * 1024 * 1024;
const LONGEST_WAIT_MS = 10 * 60_000;
const LONGEST_DETAIL = 300;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 307, 308]);

/** Seconds or a date; undefined where there is neither. */
function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,6}$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

async function readText(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder();
  let size = 0;
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > MOST_BYTES) {
      await reader.cancel();
      throw new WonderError('tableau_failed', { detail: 'Tableau answered with too much.' });
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** Where a redirect leads; credentials go over https only, or stay on the machine. */
function redirectTarget(from: URL, location: string | null): URL {
  const isAddress = location !== null && URL.canParse(location, from.href);
  const target = isAddress ? new URL(location, from) : null;
  const isSafe =
    target?.protocol === 'https:' ||
    (target?.protocol === 'http:' &&
      from.protocol === 'http:' &&
      target.hostname === from.hostname);
  if (target !== null && isSafe) return target;
  throw new WonderError('tableau_failed', {
    detail: 'Tableau redirects to an address that cannot be used.',
  });
}

/** Requests to the site: with a deadline each, after redirects, and again where the trouble may pass. */
export class RestHttp {
  readonly #options: RestHttpOptions;

  constructor(options: RestHttpOptions) {
    this.#options = options;
  }

  /** Answers whatever the site says but 429 and 5xx, which are tried again: then `tableau_failed`, `timed_out`. */
  async send(request: RestRequest): Promise<PlacedAnswer> {
    const { logger, sleeper } = this.#options;
    for (let tries = 1; ; tries += 1) {
      const outcome = await this.#try(request);
      if (!('waitMs' in outcome)) return outcome;
      if (tries === MOST_TRIES) throw outcome.error;
      const waitMs = outcome.waitMs ?? 1000 * 2 ** (tries - 1);
      logger.warn('Tableau is asked again', { tries, wait_ms: waitMs });
      await sleeper.sleep(Math.min(waitMs, LONGEST_WAIT_MS), request.signal);
    }
  }

  async #try(
    request: RestRequest,
  ): Promise<PlacedAnswer | { waitMs: number | undefined; error: WonderError }> {
    let response: Response;
    let text: string;
    let url = request.url;
    const deadline = AbortSignal.timeout(this.#options.requestMs);
    try {
      for (let redirects = 0; ; redirects += 1) {
        response = await this.#fetch({ ...request, url }, deadline);
        if (!REDIRECTS.has(response.status) || redirects === MOST_REDIRECTS) break;
        await response.body?.cancel();
        url = redirectTarget(url, response.headers.get('location'));
      }
      text = await readText(response);
    } catch (cause) {
      if (request.signal.aborted) {
        throw new WonderError('cancelled', { detail: 'The request was called off.', cause });
      }
      if (isWonderError(cause)) throw cause;
      const error = deadline.aborted
        ? new WonderError('timed_out', { detail: 'Tableau did not answer in time.', cause })
        : new WonderError('tableau_failed', { detail: 'Tableau cannot be reached.', cause });
      return { waitMs: undefined, error };
    }
    const { status } = response;
    if (status === 429 || status >= 500) {
      const error = new WonderError('tableau_failed', {
        detail: status === 429 ? 'Tableau takes no more requests.' : `Tableau answered ${status}.`,
      });
      const now = this.#options.clock.now();
      return { waitMs: retryAfter(response.headers.get('retry-after'), now), error };
    }
    const body = parseSiteBody(text);
    return {
      status,
      body,
      code: textAt(body, 'error', 'code') ?? null,
      detail: textAt(body, 'error', 'detail')?.slice(0, LONGEST_DETAIL) ?? null,
      origin: url.origin,
    };
  }

  async #fetch({ method, url, token, body, signal }: RestRequest, deadline: AbortSignal) {
    return await fetch(url, {
      method,
      redirect: 'manual',
      signal: AbortSignal.any([signal, deadline]),
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { 'x-tableau-auth': token }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}
