import { HostError } from '../host-error.ts';
import { findTableau, type TableauApi } from './api.ts';
import type { Patience } from './patience.ts';

/** The service answers here with the configured library: a copy of its own, or the way to another host's. */
const LIBRARY = '/extension/tableau.extensions.1.latest.min.js';

/** Loads the Extensions library once. Rejects with HostError: `unavailable` where there is none, `too_slow`. */
export function loadLibrary(page: Window, patience: Patience): Promise<TableauApi> {
  const there = findTableau();
  if (there !== null) return Promise.resolve(there);
  return patience('the Extensions library', () => injected(page.document), { code: 'unavailable' });
}

function injected(document: Document): Promise<TableauApi> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    const missing = (why: string) => () => reject(new HostError('unavailable', why));
    script.src = LIBRARY;
    script.addEventListener('error', missing('The Extensions library did not load.'));
    script.addEventListener('load', () => {
      const api = findTableau();
      if (api === null) missing('What loaded is not the Extensions library.')();
      else resolve(api);
    });
    document.head.append(script);
  });
}
