/** What the site answered, read as far as it can be. */
export interface SiteAnswer {
  readonly status: number;
  /** The error's code, six digits; null where there is none: proxies answer in words of their own. */
  readonly code: string | null;
  /** The error's own words. */
  readonly detail: string | null;
  /** JSON, or XML turned into the same shape; undefined where it is neither. */
  readonly body: unknown;
}

/** The part of a body at a path of names; undefined where there is none. */
export function partAt(body: unknown, ...path: readonly string[]): unknown {
  let part = body;
  for (const name of path) {
    if (typeof part !== 'object' || part === null) return undefined;
    part = new Map<string, unknown>(Object.entries(part)).get(name);
  }
  return part;
}

/** A text at a path; numbers are written out; undefined where it is neither. */
export function textAt(body: unknown, ...path: readonly string[]): string | undefined {
  const part = partAt(body, ...path);
  if (typeof part === 'number') return String(part);
  return typeof part === 'string' && part !== '' ? part : undefined;
}

/** A list at a path: XML has no list of one, and neither of none. */
export function listAt(body: unknown, ...path: readonly string[]): readonly unknown[] {
  const part = partAt(body, ...path);
  if (part === undefined || part === null || part === '') return [];
  return Array.isArray(part) ? part : [part];
}
