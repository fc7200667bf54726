import { type ErrorCode, isWonderError } from '../domain/errors.ts';
import type { ExtractTarget } from '../domain/extract.ts';
import type { Clock } from '../ports/clock.ts';
import type { ExtractSite } from '../ports/extract-site.ts';
import type { Logger } from '../ports/logger.ts';
import type { Sleeper } from '../ports/sleeper.ts';
import type { ExtractJobRecord, ExtractJobs } from './extract-jobs.ts';

export interface FollowDeps {
  readonly site: ExtractSite;
  readonly jobs: ExtractJobs;
  readonly clock: Clock;
  readonly sleeper: Sleeper;
  readonly logger: Logger;
  readonly pollMs: number;
  /** After this from the request on, a job is given up. */
  readonly deadlineMs: number;
}

export interface FollowInput {
  readonly job: ExtractJobRecord;
  readonly target: ExtractTarget;
  readonly signal: AbortSignal;
}

/** Answers of no use in a row: a proxy's page, a site that restarts. */
const MOST_USELESS = 5;
const MAY_PASS: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['tableau_failed', 'timed_out']);

/** One refresh: asked for, written down, and followed to its end or its deadline. */
class Follower {
  readonly #deps: FollowDeps;
  readonly #input: FollowInput;
  #jobId: string | null;

  constructor(deps: FollowDeps, input: FollowInput) {
    this.#deps = deps;
    this.#input = input;
    this.#jobId = input.job.tableau_job_id;
  }

  async follow(): Promise<void> {
    const { sleeper, clock, deadlineMs, pollMs } = this.#deps;
    const { job, signal } = this.#input;
    const deadline = Date.parse(job.requested_at) + deadlineMs;
    let useless = 0;
    for (;;) {
      try {
        if (await this.#step()) return;
        useless = 0;
      } catch (error) {
        useless += 1;
        const mayPass = isWonderError(error) && MAY_PASS.has(error.code);
        // What was never taken is told at once: asking has been tried several times already.
        if (!mayPass || this.#jobId === null || useless >= MOST_USELESS) throw error;
      }
      if (clock.now() >= deadline) return await this.#giveUp();
      await sleeper.sleep(Math.max(1, Math.min(pollMs, deadline - clock.now())), signal);
    }
  }

  /** Answers whether the job is over. */
  async #step(): Promise<boolean> {
    const { site, jobs } = this.#deps;
    const { job, signal } = this.#input;
    if (this.#jobId === null) return await this.#ask();
    const { outcome, hasStarted, progress, notes } = await site.job(this.#jobId, signal);
    if (outcome === null) {
      await jobs.update(job.job_id, {
        status: hasStarted ? 'running' : 'queued',
        progress,
        hasStarted,
      });
      return false;
    }
    const said = notes === null ? '.' : `: ${notes}`;
    await jobs.update(job.job_id, {
      status: outcome,
      progress: outcome === 'succeeded' ? 100 : progress,
      error:
        outcome === 'succeeded'
          ? null
          : `The refresh ${outcome === 'failed' ? 'failed' : 'was cancelled in Tableau'}${said}`,
      hasStarted: true,
      isOver: true,
    });
    return true;
  }

  /** Asks for the refresh. The site's job is written down before it is asked about. */
  async #ask(): Promise<boolean> {
    const { site, jobs } = this.#deps;
    const { job, target, signal } = this.#input;
    const luid = job.luid ?? (await site.find(target, signal));
    const { jobId } = await site.refresh({ kind: target.kind, luid }, signal);
    await jobs.update(job.job_id, { luid, tableau_job_id: jobId });
    this.#jobId = jobId;
    return false;
  }

  async #giveUp(): Promise<void> {
    const { jobs, deadlineMs } = this.#deps;
    const minutes = Math.round(deadlineMs / 60_000);
    const error = `It was not over after ${minutes} minutes; Tableau may still be at it.`;
    await jobs.update(this.#input.job.job_id, { status: 'timed_out', error, isOver: true });
  }
}

/** Follows one refresh to its end and writes that down. Called off, it leaves the job open for another time. */
export async function followExtract(deps: FollowDeps, input: FollowInput): Promise<void> {
  const { jobs, logger } = deps;
  const { job, signal } = input;
  try {
    await new Follower(deps, input).follow();
  } catch (error) {
    if (signal.aborted) return;
    const code = isWonderError(error) ? error.code : 'internal';
    logger.error('an extract was not refreshed', { extract_job: job.job_id, code }, error);
    await jobs
      .update(job.job_id, {
        status: 'failed',
        error: isWonderError(error) ? error.message : 'It stopped unexpectedly.',
        isOver: true,
      })
      .catch((cause: unknown) => logger.error('an extract job could not be recorded', {}, cause));
  }
}
