import type { Format } from '../../ui/format.ts';

interface Person {
  readonly wonder_id: string;
  readonly first_name: string | null;
  readonly last_name: string | null;
}

/** A fan's name where it may be shown, else the id. */
export function fanName({ wonder_id, first_name, last_name }: Person): string {
  return [first_name, last_name].filter(Boolean).join(' ') || wonder_id;
}

/** How many fans of a list a page has, where there are more. */
export function firstOf(shown: number, total: number, format: Format): string {
  return `The first ${format.count(shown)} of ${format.count(total)} fans`;
}
