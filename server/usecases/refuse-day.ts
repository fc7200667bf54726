import { WonderError } from '../domain/errors.ts';
import { isCalendarDay } from '../domain/run.ts';
import { analyticsTable, numberVar, type RunDeps } from './run-deps.ts';

/** A day begins first at UTC+14. */
const EARLIEST_ZONE_MILLISECONDS = 14 * 3_600_000;

function refuse(detail: string, message: string, allowed: string): never {
  throw new WonderError('invalid_value', {
    detail,
    problems: [{ field: 'score_date', message, allowed }],
  });
}

/** Refuses a day that is still to come where `today` is, with `invalid_value`. */
export function refuseFutureDay(scoreDate: string, today: string): void {
  if (scoreDate <= today) return;
  refuse('A day that is still to come cannot be scored.', 'is in the future', `up to ${today}`);
}

/** Refuses what is no day, and days that have not begun anywhere: they would become "latest" for good. */
export function refuseImpossibleDay(scoreDate: string, now: number): void {
  const newest = new Date(now + EARLIEST_ZONE_MILLISECONDS).toISOString().slice(0, 10);
  const allowed = `YYYY-MM-DD, up to ${newest}`;
  if (!isCalendarDay(scoreDate)) {
    refuse(`${scoreDate} is not a calendar day.`, 'is not a calendar day', allowed);
  }
  if (scoreDate > newest) {
    refuse(`${scoreDate} is still to come.`, 'is still to come', allowed);
  }
}

/** Refuses a day so far before the latest published one that the next run would delete its scores. */
export async function refuseForgottenDay(deps: RunDeps, scoreDate: string): Promise<void> {
  const { warehouse, project } = deps;
  const days = deps.retentionDays ?? numberVar(project, 'retention_days');
  const [row] = await warehouse.query({
    sql: `select cast(max(score_date) as varchar) as latest,
        datediff('day', cast(? as date), max(score_date)) as days_before
      from ${analyticsTable(project, 'score_runs')} where published`,
    binds: [scoreDate],
  });
  if (Number(row?.days_before ?? 0) <= days) return;
  refuse(
    `Scores are kept for ${days} days before the latest, which is ${row?.latest}: those of ${scoreDate} would not be.`,
    'is older than what is kept',
    `at most ${days} days before ${row?.latest} (RETENTION_DAYS)`,
  );
}
