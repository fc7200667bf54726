import type { Install } from '../../server/contract/index.ts';
import { address } from './address.ts';
import { getJson, type HttpDeps } from './http.ts';

/** What an administrator of Tableau has to allow. Rejects with ApiError. */
export function readInstall(deps: HttpDeps, signal: AbortSignal): Promise<Install> {
  return getJson(deps, { url: address('/extension/install.json', {}), isAnswer }, signal);
}

function isAnswer(body: unknown): body is Install {
  return typeof body === 'object' && body !== null && 'panels' in body && 'library' in body;
}
