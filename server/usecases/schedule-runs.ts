import { dayIn, lastCompleteDay } from '../domain/calendar.ts';
import { isWonderError } from '../domain/errors.ts';
import type { Schedule } from '../ports/schedule.ts';
import type { Sleeper } from '../ports/sleeper.ts';
import { recoverRuns } from './recover-runs.ts';
import type { RunDeps } from './run-deps.ts';
import { RunRecords } from './run-records.ts';
import { ScheduleMarks } from './schedule-marks.ts';
import type { RunStarter } from './start-run.ts';

export interface SchedulerDeps extends RunDeps {
  readonly schedule: Schedule;
  readonly sleeper: Sleeper;
  readonly timeZone: string;
  readonly starter: Pick<RunStarter, 'start' | 'retry' | 'inFlight'>;
}

/** Slept at most in one go: the clock may be set, and the machine may sleep. */
const LONGEST_SLEEP_MS = 30_000;
/** What another moment may change. */
const TRY_AGAIN: ReadonlySet<string> = new Set([
  'run_in_flight',
  'warehouse_unavailable',
  'warehouse_failed',
  'conflict',
]);

/**
 * Starts a run whenever the schedule says so: exactly one per local date, however often the schedule fires on it
 * and however many instances there are, because the date is the run's Idempotency-Key. A night that was missed
 * while nothing ran is caught up once.
 */
export class Scheduler {
  readonly #deps: SchedulerDeps;
  readonly #marks: ScheduleMarks;
  readonly #stop = new AbortController();
  #over: Promise<void> = Promise.resolve();

  constructor(deps: SchedulerDeps) {
    this.#deps = deps;
    this.#marks = new ScheduleMarks(deps);
  }

  start(): void {
    this.#over = this.#loop().catch((error: unknown) => {
      if (!this.#stop.signal.aborted) this.#deps.logger.error('the schedule stopped', {}, error);
    });
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#over;
  }

  async #loop(): Promise<void> {
    const { clock, schedule, sleeper } = this.#deps;
    let handled = await this.#firstMark();
    for (;;) {
      const due = schedule.lastUpTo(clock.now());
      if (due !== undefined && due > handled && (await this.#runFor(due))) handled = due;
      const next = schedule.next(clock.now()) ?? Number.POSITIVE_INFINITY;
      const wait = Math.min(next - clock.now(), LONGEST_SLEEP_MS);
      await sleeper.sleep(Math.max(1, wait), this.#stop.signal);
    }
  }

  /** Up to when everything due was handled; nights before the first start with a schedule were not missed. */
  async #firstMark(): Promise<number> {
    for (;;) {
      try {
        return await this.#marks.readOrSet(this.#deps.clock.now());
      } catch (error) {
        this.#deps.logger.warn('the schedule waits for the warehouse', { because: codeOf(error) });
        await this.#deps.sleeper.sleep(LONGEST_SLEEP_MS, this.#stop.signal);
      }
    }
  }

  /** Starts the run of a time that is due and waits for its end; false: it is to be tried again. */
  async #runFor(due: number): Promise<boolean> {
    const { timeZone, starter, logger } = this.#deps;
    const idempotencyKey = `schedule ${dayIn(timeZone, due)}`;
    try {
      const runId = await starter.start({
        scoreDate: lastCompleteDay(timeZone, due),
        idempotencyKey,
        trigger: 'schedule',
      });
      return await this.#seeThrough(runId, due);
    } catch (error) {
      if (this.#stop.signal.aborted) throw error;
      const canTryAgain = isWonderError(error) && TRY_AGAIN.has(error.code);
      logger.warn('a scheduled run did not start', { because: codeOf(error) });
      return !canTryAgain;
    }
  }

  async #seeThrough(runId: string, due: number): Promise<boolean> {
    const { starter } = this.#deps;
    const records = new RunRecords(this.#deps);
    if (!starter.inFlight.has(runId)) {
      // One of another process: where that has ended, its lease has run out, and its run is closed here.
      await recoverRuns(this.#deps);
      const attempt = await records.findAttempt(runId);
      if (attempt?.record.status === 'running') return false;
      if (attempt?.errorCode === 'interrupted') await starter.retry({ runId });
    }
    await starter.inFlight.over(runId);
    if (this.#stop.signal.aborted) return false;
    await this.#marks.set(due);
    return true;
  }
}

function codeOf(error: unknown): string {
  return isWonderError(error) ? error.code : String(error);
}
