/** Where a page of a list ended. It names its run, so that paging never mixes two runs. */
export interface Cursor {
  readonly runId: string;
  readonly sort: string;
  /** What the list was narrowed by; a cursor continues that list only. */
  readonly filter: string;
  /** Sort value and wonder_id of the last row. */
  readonly last: readonly [string, string];
}

function toBase64Url(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

function fromBase64Url(text: string): string {
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) =>
    c.charCodeAt(0),
  );
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

/** An opaque text for clients: letters, digits, `-` and `_`. */
export function encodeCursor({ runId, sort, filter, last }: Cursor): string {
  return toBase64Url(JSON.stringify([runId, sort, filter, ...last]));
}

/** The cursor, or undefined where the text is none of ours. */
export function decodeCursor(text: string): Cursor | undefined {
  if (!/^[\w-]+$/.test(text)) return undefined;
  let parts: unknown;
  try {
    parts = JSON.parse(fromBase64Url(text));
  } catch {
    return undefined;
  }
  if (!Array.isArray(parts) || parts.length !== 5) return undefined;
  const [runId, sort, filter, value, wonderId] = parts.map((p) =>
    typeof p === 'string' ? p : undefined,
  );
  if (runId === undefined || sort === undefined || filter === undefined) return undefined;
  if (value === undefined || wonderId === undefined) return undefined;
  return { runId, sort, filter, last: [value, wonderId] };
}
