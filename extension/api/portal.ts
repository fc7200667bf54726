import type { EmbeddingToken, Portal } from '../../server/contract/index.ts';
import { address } from './address.ts';
import { getJson, type HttpDeps } from './http.ts';

/** The portal's reads. Every call rejects with ApiError, or as `signal` says. */
export interface PortalClient {
  readonly dashboards: (signal: AbortSignal) => Promise<Portal>;
  /** A token to show one dashboard with, once. */
  readonly token: (signal: AbortSignal) => Promise<EmbeddingToken>;
}

export function createPortalClient(deps: HttpDeps): PortalClient {
  return {
    dashboards: (signal) =>
      getJson(deps, { url: address('/api/v1/portal', {}), isAnswer: isPortal }, signal),
    token: (signal) =>
      getJson(
        deps,
        { url: address('/auth/embedding-token', {}), method: 'POST', isAnswer: isToken },
        signal,
      ),
  };
}

function isPortal(body: unknown): body is Portal {
  return typeof body === 'object' && body !== null && 'departments' in body && 'missing' in body;
}

function isToken(body: unknown): body is EmbeddingToken {
  return typeof body === 'object' && body !== null && 'token' in body;
}
