import type { Engine } from './render.ts';

/** What readers filter by, widest first; the key last, so that the order repeats. */
const READ_BY = ['score_date', 'segment', 'wonder_score_tier', 'fan_sk'] as const;

/**
 * The order in which rows of a mart are written. Snowflake prunes by what lies together, and what arrives
 * in order needs no paid clustering afterwards. DuckDB keeps the order of its own work, which is free.
 */
export function arrivalOrder(engine: Engine, columns: readonly string[]): string {
  const order = READ_BY.filter((name) => columns.includes(name));
  if (engine !== 'snowflake' || order.length === 0) return '';
  return `\norder by ${order.map((name) => `${name} nulls last`).join(', ')}`;
}
