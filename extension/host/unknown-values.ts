export function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null;
}

/** Null for anything but a text that says something. */
export function textOrNull(data: unknown): string | null {
  return typeof data === 'string' && data !== '' ? data : null;
}

export function textsOf(data: unknown): readonly string[] {
  return Array.isArray(data) ? data.filter((item) => typeof item === 'string') : [];
}
