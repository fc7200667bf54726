import type { Clock } from '../../ports/clock.ts';

const LIFETIME_SECONDS = 3600;
/** A token is made anew this long before it ends. */
const MARGIN_SECONDS = 300;
type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

const ALGORITHM = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;

function base64(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}

function base64Url(text: string): string {
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function encoded(value: object): string {
  // Claims are ASCII: names of accounts, users and a fingerprint.
  return base64Url(btoa(JSON.stringify(value)));
}

function derOf(pem: string): Uint8Array<ArrayBuffer> {
  const text = atob(pem.replace(/-----[^-]+-----/g, '').replace(/\s+/g, ''));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** How Snowflake names a public key: the hash of its DER form. */
async function fingerprint(privateKey: Key): Promise<string> {
  const { kty, n, e } = await crypto.subtle.exportKey('jwk', privateKey);
  const parts = { kty: kty ?? 'RSA', n: n ?? '', e: e ?? '' };
  const publicKey = await crypto.subtle.importKey('jwk', parts, ALGORITHM, true, ['verify']);
  const der = await crypto.subtle.exportKey('spki', publicKey);
  return `SHA256:${base64(await crypto.subtle.digest('SHA-256', der))}`;
}

export interface KeyPairOptions {
  readonly account: string;
  readonly user: string;
  /** PKCS 8, as PEM. */
  readonly privateKey: string;
  readonly clock: Clock;
}

/** Makes tokens for the SQL API from a key pair, and keeps each for most of its hour. WebCrypto only. */
export function createKeyPairTokens({
  account,
  user,
  privateKey,
  clock,
}: KeyPairOptions): () => Promise<string> {
  // Without the region that older account names carry.
  const name = `${account.split('.')[0]}.${user}`.toUpperCase();
  let key: Promise<{ key: Key; print: string }> | undefined;
  let kept: { token: string; until: number } | undefined;

  async function load(): Promise<{ key: Key; print: string }> {
    const made = await crypto.subtle.importKey('pkcs8', derOf(privateKey), ALGORITHM, true, [
      'sign',
    ]);
    return { key: made, print: await fingerprint(made) };
  }

  return async () => {
    const now = Math.floor(clock.now() / 1000);
    if (kept !== undefined && now < kept.until - MARGIN_SECONDS) return kept.token;
    key ??= load();
    const { key: signing, print } = await key;
    const until = now + LIFETIME_SECONDS;
    const claims = { iss: `${name}.${print}`, sub: name, iat: now, exp: until };
    const body = `${encoded({ alg: 'RS256', typ: 'JWT' })}.${encoded(claims)}`;
    const signature = await crypto.subtle.sign(
      ALGORITHM.name,
      signing,
      new TextEncoder().encode(body),
    );
    kept = { token: `${body}.${base64Url(base64(signature))}`, until };
    return kept.token;
  };
}
