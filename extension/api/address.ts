import type { PATHS } from '../../server/contract/index.ts';

type Path = (typeof PATHS)[keyof typeof PATHS];
type Parameters = Readonly<Record<string, string | number | undefined>>;

/** A path of the service with its `{parts}` filled in, and every other parameter in the query. */
export function address(path: Path, parameters: Parameters): string {
  const query = new URLSearchParams();
  let filled: string = path;
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined) continue;
    const part = `{${name}}`;
    if (filled.includes(part)) filled = filled.replace(part, () => encodeURIComponent(value));
    else query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? filled : `${filled}?${text}`;
}
