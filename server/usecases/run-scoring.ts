import { isWonderError, WonderError } from '../domain/errors.ts';
import {
  isCalendarDay,
  RUN_STAGES,
  type RunRecord,
  type RunStage,
  type RunTrigger,
} from '../domain/run.ts';
import { ModelRunner, type RunVars } from '../modeling/run-models.ts';
import { checkGates } from './check-gates.ts';
import { checkLanding } from './check-landing.ts';
import { publishRun } from './publish-run.ts';
import { cleanUpRuns } from './recover-runs.ts';
import type { RunDeps } from './run-deps.ts';
import { sqlTimestamp } from './run-deps.ts';
import { RunRecords } from './run-records.ts';
import { ScoringLease } from './scoring-lease.ts';

/** A day begins first at UTC+14. */
const EARLIEST_ZONE_MILLISECONDS = 14 * 3_600_000;

export interface RunProgress {
  readonly stage: RunStage;
  /** Steps done and steps in all, of the whole run. */
  readonly done: number;
  readonly total: number;
}

export interface ScoringInput {
  /** The as-of date D, ISO. */
  readonly scoreDate: string;
  readonly trigger: RunTrigger;
  readonly runId?: string;
  /** The same key again answers the run it started before. */
  readonly idempotencyKey?: string;
  /** Publishes although a data gate refuses, and records why that is right. */
  readonly overrideReason?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: RunProgress) => void;
}

/** A run id that says its date and sorts by it; also part of a schema name. */
export function newRunId(deps: Pick<RunDeps, 'ids'>, scoreDate: string): string {
  return `${scoreDate.replaceAll('-', '')}_${deps.ids.next(8)}`;
}

/**
 * Scores every fan as of one date and publishes the result. A gate's refusal is an answer (status
 * 'refused'). Throws `invalid_value`, `run_in_flight`, `conflict` before anything is written, and after
 * recording it: `cancelled`, `lease_lost`, `warehouse_failed`, `warehouse_unavailable`, `bad_model`.
 */
export async function runScoring(deps: RunDeps, input: ScoringInput): Promise<RunRecord> {
  refuseImpossibleDay(input.scoreDate, deps.clock.now());
  const records = new RunRecords(deps);
  const earlier = await replayed(records, input);
  if (earlier !== undefined) return earlier;
  const runId = input.runId ?? newRunId(deps, input.scoreDate);
  const lease = await ScoringLease.take(deps, runId);
  try {
    await cleanUpRuns(deps, runId);
    return await new Run({ deps, input, records, lease, runId }).execute();
  } finally {
    await lease.release();
  }
}

/** Refuses what is no day, and days that have not begun anywhere: they would become "latest" for good. */
function refuseImpossibleDay(scoreDate: string, now: number): void {
  const newest = new Date(now + EARLIEST_ZONE_MILLISECONDS).toISOString().slice(0, 10);
  const message = isCalendarDay(scoreDate) ? 'is still to come' : 'is not a calendar day';
  if (isCalendarDay(scoreDate) && scoreDate <= newest) return;
  throw new WonderError('invalid_value', {
    detail: `${scoreDate} ${message}.`,
    problems: [{ field: 'score_date', message, allowed: `YYYY-MM-DD, up to ${newest}` }],
  });
}

async function replayed(records: RunRecords, input: ScoringInput): Promise<RunRecord | undefined> {
  if (input.idempotencyKey === undefined) return undefined;
  const earlier = await records.findByIdempotencyKey(input.idempotencyKey);
  if (earlier !== undefined && earlier.score_date !== input.scoreDate) {
    throw new WonderError('conflict', {
      detail: `This Idempotency-Key started a run for ${earlier.score_date} before.`,
    });
  }
  return earlier;
}

interface RunParts {
  readonly deps: RunDeps;
  readonly input: ScoringInput;
  readonly records: RunRecords;
  readonly lease: ScoringLease;
  readonly runId: string;
}

class Run {
  readonly #parts: RunParts;
  readonly #models: ModelRunner;
  #done = 0;

  constructor(parts: RunParts) {
    this.#parts = parts;
    this.#models = new ModelRunner(parts.deps.project, parts.deps.warehouse);
  }

  async execute(): Promise<RunRecord> {
    const { deps, input, records, runId } = this.#parts;
    const previous = await records.findPublishedBefore(input.scoreDate);
    await records.open({
      ...input,
      runId,
      previousRunId: previous?.run_id ?? null,
    });
    deps.logger.info('run started', { run_id: runId, score_date: input.scoreDate });
    try {
      const refusals = await this.#stages(previous);
      await this.#close(refusals);
    } catch (error) {
      throw await this.#fail(error);
    } finally {
      await this.#models.dropWorkSchema(runId).catch(() => undefined);
    }
    const record = await records.find(runId);
    if (record === undefined)
      throw new WonderError('internal', { detail: 'The run is not recorded.' });
    deps.logger.info('run ended', { run_id: runId, status: record.status, fans: record.fans });
    return record;
  }

  /** All stages; answers why the run was refused, empty where it was published. */
  async #stages(previous: RunRecord | undefined): Promise<string[]> {
    const { deps, input, lease, runId } = this.#parts;
    const run = { runId, scoreDate: input.scoreDate };
    const vars: RunVars = {
      as_of: input.scoreDate,
      run_id: runId,
      calculated_at: sqlTimestamp(deps.clock.now()).slice(0, 19),
      previous_run_id: previous?.run_id ?? 'none',
    };
    await this.#stage('load', () => checkLanding(deps));
    await this.#stage('clean', async () => {
      await this.#models.prepareMarts();
      await this.#models.createWorkSchema(runId);
      const rows = await this.#runModels('clean', vars);
      await this.#noteScored(vars.calculated_at);
      return rows;
    });
    await this.#stage('score', () => this.#runModels('score', vars));
    await this.#stage('extend', () => this.#runModels('extend', vars));
    const refusals = await this.#check();
    if (refusals.length > 0) {
      if (input.overrideReason === undefined) return refusals;
      await this.#parts.records.noteOverride(runId, input.overrideReason, refusals);
    }
    await this.#stage('publish', async () => {
      await publishRun(deps, { ...run, lease });
      return 0;
    });
    return [];
  }

  /** The data gates; a refusal is the stage's own end, not a failure. */
  async #check(): Promise<string[]> {
    const { deps, input, records, runId } = this.#parts;
    const { scoreDate } = input;
    let refusals: string[] = [];
    const startedAt = deps.clock.now();
    await this.#stage('check', async () => {
      const previous = await records.findPublishedUpTo(scoreDate);
      refusals = await checkGates(deps, { runId, scoreDate, previous });
      return 0;
    });
    if (refusals.length > 0) {
      const end = { status: 'refused', rows: 0, startedAt, error: refusals.join(' ') } as const;
      await records.endStage(runId, 'check', end);
    }
    return refusals;
  }

  async #stage(stage: RunStage, work: () => Promise<number>): Promise<void> {
    const { deps, input, records, runId } = this.#parts;
    input.signal?.throwIfAborted();
    const startedAt = deps.clock.now();
    await records.startStage(runId, stage);
    this.#report(stage);
    try {
      const rows = await work();
      await records.endStage(runId, stage, { status: 'succeeded', rows, startedAt });
    } catch (error) {
      const detail = isWonderError(error) ? error.message : 'It stopped unexpectedly.';
      await records
        .endStage(runId, stage, { status: 'failed', rows: null, startedAt, error: detail })
        .catch(() => undefined);
      throw error;
    }
    this.#done += 1;
    this.#report(stage);
  }

  async #runModels(stage: 'clean' | 'score' | 'extend', vars: RunVars): Promise<number> {
    const { signal } = this.#parts.input;
    return await this.#models.runStage(stage, {
      vars,
      ...(signal === undefined ? {} : { signal }),
      onModel: () => {
        this.#done += 1;
        this.#report(stage);
      },
    });
  }

  async #noteScored(calculatedAt: string): Promise<void> {
    const { deps, records, runId } = this.#parts;
    const [row] = await deps.warehouse.query({
      sql: `select data_as_of, fans from ${this.#models.workSchema(runId)}.int_data_as_of`,
    });
    await records.noteScored(runId, {
      fans: Number(row?.fans ?? 0),
      dataAsOf: row?.data_as_of == null ? null : String(row.data_as_of),
      calculatedAt,
    });
  }

  async #close(refusals: readonly string[]): Promise<void> {
    const { records, runId, deps } = this.#parts;
    if (refusals.length === 0) {
      await records.close(runId, { status: 'succeeded' });
      return;
    }
    deps.logger.warn('run refused by the data gates', {
      run_id: runId,
      because: refusals.join(' '),
    });
    await records.close(runId, { status: 'refused', refusedBecause: refusals.join(' ') });
  }

  /** Records how the run ended; answers the error to throw. */
  async #fail(error: unknown): Promise<unknown> {
    const { deps, records, runId } = this.#parts;
    const cancelled = this.#parts.input.signal?.aborted === true;
    const code = cancelled ? 'cancelled' : isWonderError(error) ? error.code : 'internal';
    const detail = isWonderError(error) ? error.message : 'It stopped unexpectedly.';
    deps.logger.error('run failed', { run_id: runId, code }, error);
    await records
      .close(runId, { status: cancelled ? 'cancelled' : 'failed', errorCode: code, error: detail })
      .catch(() => undefined);
    return cancelled
      ? new WonderError('cancelled', { detail: 'The run was cancelled.', cause: error })
      : error;
  }

  #report(stage: RunStage): void {
    const total = this.#models.size + RUN_STAGES.length;
    this.#parts.input.onProgress?.({ stage, done: this.#done, total });
  }
}
