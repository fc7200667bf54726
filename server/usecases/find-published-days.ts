import { describeDays } from '../domain/day-ranges.ts';
import { WonderError } from '../domain/errors.ts';
import { textOf } from '../domain/text-values.ts';
import { analyticsTable, type RunDeps } from './run-deps.ts';

/** A published run of a day. */
interface PublishedDay {
  readonly runId: string;
  /** ISO. */
  readonly scoreDate: string;
}

/**
 * The published days of a span, the oldest first: one at least. Rejects with `no_scores`, naming the days that
 * have some.
 */
export async function findPublishedDays(
  { warehouse, project }: Pick<RunDeps, 'warehouse' | 'project'>,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<readonly [PublishedDay, ...PublishedDay[]]> {
  const rows = await warehouse.query({
    sql: `select run_id, score_date from ${analyticsTable(project, 'score_runs')}
      where published order by score_date`,
  });
  const all = rows.map((row) => ({
    runId: textOf(row, 'run_id'),
    scoreDate: textOf(row, 'score_date'),
  }));
  const [first, ...others] = all.filter(({ scoreDate }) => scoreDate >= from && scoreDate <= to);
  if (first !== undefined) return [first, ...others];
  const asked = from === to ? from : `${from} to ${to}`;
  const days = all.map(({ scoreDate }) => scoreDate);
  throw new WonderError('no_scores', {
    detail:
      days.length === 0
        ? `No scores are published for ${asked}, nor for any other day.`
        : `No scores are published for ${asked}. There are scores for ${describeDays(days)}.`,
  });
}
