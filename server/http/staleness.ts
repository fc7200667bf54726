import { endOfDay } from '../domain/calendar.ts';
import { daysBetween } from '../domain/days-between.ts';
import type { PublishedRun } from '../usecases/published-run.ts';
import type { HttpContext } from './context.ts';

const OVERDUE_MS = 36 * 3_600_000;

/** From when an answer of a run is stale, and why it is from the start. */
export interface Staleness {
  /** Milliseconds since 1970 UTC from which newer scores are overdue; Infinity: a past day was asked for. */
  readonly staleFrom: number;
  /** That the run's newest fact was old already; null: it was not. */
  readonly oldFacts: string | null;
}

/** What decides how fresh an answer is. */
interface FreshnessRules extends Pick<HttpContext, 'timeZone'> {
  readonly reads: Pick<HttpContext['reads'], 'rules'>;
}

/** How fresh answers of a run are. */
export function stalenessOf(
  { timeZone, reads }: FreshnessRules,
  { scoreDate, dataAsOf }: PublishedRun,
  isLatest: boolean,
): Staleness {
  const age = dataAsOf === null ? 0 : daysBetween(dataAsOf, scoreDate);
  return {
    staleFrom: isLatest ? endOfDay(timeZone, scoreDate) + OVERDUE_MS : Number.POSITIVE_INFINITY,
    oldFacts:
      age > reads.rules('max_data_age_days')
        ? `The newest data in these scores is from ${dataAsOf}, ${age} days before the score date.`
        : null,
  };
}
