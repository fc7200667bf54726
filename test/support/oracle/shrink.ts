import type { Landing } from './landing-folder.ts';
import { TABLE_COLUMNS, TABLE_NAMES, type TableName } from './tables.ts';

type Fails = (landing: Landing) => Promise<boolean>;

/** The smallest landing found that still fails: fewer rows, then fewer cells. */
export async function shrinkLanding(failing: Landing, fails: Fails): Promise<Landing> {
  let best = failing;
  for (let before = -1; size(best) !== before; ) {
    before = size(best);
    for (const table of TABLE_NAMES) best = await dropRows(best, table, fails);
  }
  for (const table of TABLE_NAMES) best = await dropCells(best, table, fails);
  return best;
}

async function dropRows(landing: Landing, table: TableName, fails: Fails): Promise<Landing> {
  let best = landing;
  for (let step = best[table].length; step >= 1; step = Math.floor(step / 2)) {
    for (let from = 0; from < best[table].length; ) {
      const rows = best[table].filter((_, index) => index < from || index >= from + step);
      const candidate = { ...best, [table]: rows };
      if (await fails(candidate)) best = candidate;
      else from += step;
    }
  }
  return best;
}

async function dropCells(landing: Landing, table: TableName, fails: Fails): Promise<Landing> {
  let best = landing;
  for (const column of TABLE_COLUMNS[table].split(',')) {
    if (best[table].every((row) => (row[column] ?? null) === null)) continue;
    const candidate = { ...best, [table]: best[table].map((row) => ({ ...row, [column]: null })) };
    if (await fails(candidate)) best = candidate;
  }
  return best;
}

function size(landing: Landing): number {
  return TABLE_NAMES.reduce((total, table) => total + landing[table].length, 0);
}
