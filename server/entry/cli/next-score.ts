import { shellWord } from './shell-word.ts';

/** What to run after data has come in, to be pasted as it is: the same database, a day that has facts. */
export function nextScore(day: string, database: string | undefined): string {
  const where = database === undefined ? '' : ` --database ${shellWord(database)}`;
  return `Next: npx wonder score --as-of ${day}${where}`;
}
