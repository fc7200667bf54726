import type { HttpDeps } from './http.ts';
import type { Session } from './session.ts';

/** HTTP as the browser gives it. */
export function createBrowserHttp(page: Window, session: Session): HttpDeps {
  return {
    session,
    fetch: (url, init) => page.fetch(url, init),
    newRequestId: () => requestId(page.crypto),
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        const done = page.setTimeout(resolve, ms);
        const abort = (): void => {
          page.clearTimeout(done);
          reject(signal.reason);
        };
        if (signal.aborted) abort();
        else signal.addEventListener('abort', abort, { once: true });
      }),
  };
}

/** Short enough to read out: `7f3c-19ab-02de`. */
function requestId(crypto: Crypto): string {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  const text = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return (text.match(/.{4}/g) ?? []).join('-');
}
