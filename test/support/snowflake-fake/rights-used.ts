import type { RecordedStatement } from './journal.ts';

const COMMENTS = /--[^\n]*/g;
/** What a role is granted, by the words a statement begins with. */
const ACTIONS: readonly (readonly [RegExp, string])[] = [
  [/^create or replace temporary stage\b/, 'create stage'],
  [/^drop stage\b/, 'drop stage'],
  [/^create\b/, 'create'],
  [/^drop\b/, 'drop'],
  [/^insert into\b/, 'insert'],
  [/^delete from\b/, 'delete'],
  [/^update\b/, 'update'],
  [/^copy into\b/, 'copy'],
  [/^put\b/, 'put'],
  [/^(select|with)\b/, 'select'],
  [/^(begin|commit|rollback)\b/, ''],
];

/** A run's own schemas are one; of what was loaded, each table is granted by itself. */
function placeOf(schema: string, table: string): string {
  if (schema.startsWith('work_')) return 'work';
  return schema === 'landing' ? `${schema}.${table}` : schema;
}

/**
 * The rights that statements need, each once: 'insert analytics', 'select landing.dim_fan', 'create work'. What is
 * not understood is answered as it is, so that no rule lets it pass.
 */
export function rightsUsed(
  statements: readonly RecordedStatement[],
  analyticsSchema: string,
): string[] {
  const place = new RegExp(`\\b(landing|${analyticsSchema}|work_\\w+)(?:\\.(\\w+))?`, 'g');
  const rights = statements.flatMap(({ sql }) => {
    const text = sql.replace(COMMENTS, '').trim().toLowerCase();
    const action = ACTIONS.find(([opening]) => opening.test(text))?.[1];
    if (action === undefined) return [text];
    return [...text.matchAll(place)].map(([, schema = '', table = ''], index) => {
      // The first is what is written to, the others are read.
      const needed = index === 0 ? action : 'select';
      return `${needed} ${placeOf(schema, table)}`;
    });
  });
  return [...new Set(rights)].sort();
}
