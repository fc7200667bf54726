import type { Service } from '../../server/contract/index.ts';
import { address } from './address.ts';
import { getJson, type HttpDeps } from './http.ts';

/** The version that this page was built from; a test holds it to package.json. */
export const PAGE_VERSION = '0.1.0';

/** What answers at an address of a service, `origin` without a trailing slash. Rejects with ApiError. */
export function readService(deps: HttpDeps, origin: string, signal: AbortSignal): Promise<Service> {
  return getJson(deps, { url: `${origin}${address('/', {})}`, isAnswer }, signal);
}

function isAnswer(body: unknown): body is Service {
  return (
    typeof body === 'object' &&
    body !== null &&
    'service' in body &&
    body.service === 'wonder-portal' &&
    'version' in body
  );
}
