import {
  RUN_STAGES,
  type RunRecord,
  type RunStage,
  type RunStatus,
  type RunTrigger,
  type StageStatus,
} from '../domain/run.ts';
import { RUN_STATUSES, RUN_TRIGGERS } from '../domain/run-words.ts';
import type { BindValue, Statement, WarehouseRow, WarehouseSession } from '../ports/warehouse.ts';
import { analyticsTable, type RunDeps, sqlTimestamp } from './run-deps.ts';
import { storedWord } from './stored-word.ts';

export interface NewRun {
  readonly runId: string;
  readonly scoreDate: string;
  readonly trigger: RunTrigger;
  readonly idempotencyKey?: string;
  readonly previousRunId: string | null;
  /** In their order. */
  readonly stages: readonly RunStage[];
}

export interface RunAttempt {
  readonly record: RunRecord;
  /** What started it first. */
  readonly trigger: RunTrigger;
  /** The first stage that has not succeeded; undefined where all have. */
  readonly firstUndone: RunStage | undefined;
  /** As the run's rows carry it; null where none were made. */
  readonly calculatedAt: string | null;
  readonly previousRunId: string | null;
  readonly rowsKept: boolean;
  /** Why it ended as it did; null where nothing went wrong. */
  readonly errorCode: string | null;
  readonly error: string | null;
}

interface RunEnd {
  readonly status: RunStatus;
  readonly refusedBecause?: string;
  readonly errorCode?: string;
  readonly error?: string;
}

/** How a stage ended, to be written down. */
export interface StageEnd {
  readonly stage: RunStage;
  readonly status: StageStatus;
  readonly rows: number | null;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly error?: string;
}

const COLUMNS = 'run_id, score_date, status, stage, published, fans, data_as_of, refused_because';

function toRecord(row: WarehouseRow): RunRecord {
  return {
    run_id: String(row.run_id),
    score_date: String(row.score_date),
    status: storedWord(RUN_STATUSES, row.status),
    stage: row.stage === null ? null : storedWord(RUN_STAGES, row.stage),
    published: row.published === true,
    fans: row.fans === null ? null : Number(row.fans),
    data_as_of: row.data_as_of === null ? null : String(row.data_as_of),
    refused_because: row.refused_because === null ? null : String(row.refused_because),
  };
}

/** What is written down about runs: score_runs and score_run_stages. */
export class RunRecords {
  readonly #deps: RunDeps;
  readonly #runs: string;
  readonly #stages: string;
  readonly #cancellations: string;

  constructor(deps: RunDeps) {
    this.#deps = deps;
    this.#runs = analyticsTable(deps.project, 'score_runs');
    this.#stages = analyticsTable(deps.project, 'score_run_stages');
    this.#cancellations = analyticsTable(deps.project, 'run_cancellations');
  }

  async find(runId: string): Promise<RunRecord | undefined> {
    return await this.#first('run_id = ?', [runId]);
  }

  async findByIdempotencyKey(key: string): Promise<RunRecord | undefined> {
    return await this.#first('idempotency_key = ?', [key]);
  }

  /** The published run of the day nearest before `scoreDate`. */
  async findPublishedBefore(scoreDate: string): Promise<RunRecord | undefined> {
    return await this.#first('published and score_date < cast(? as date)', [scoreDate]);
  }

  /** What a run is judged against: the published run of its own day, else of the day nearest before. */
  async findPublishedUpTo(scoreDate: string): Promise<RunRecord | undefined> {
    return await this.#first('published and score_date <= cast(? as date)', [scoreDate]);
  }

  /** Writes down that the gates refused and somebody published it all the same. */
  async noteOverride(runId: string, reason: string, refusals: readonly string[]): Promise<void> {
    await this.#run(
      `update ${this.#runs} set overridden_because = ?, refused_because = ? where run_id = ?`,
      [reason, refusals.join(' '), runId],
    );
  }

  /** What trying a run again depends on; undefined where there is no such run. */
  async findAttempt(runId: string): Promise<RunAttempt | undefined> {
    const record = await this.find(runId);
    if (record === undefined) return undefined;
    const { warehouse } = this.#deps;
    const [row = {}] = await warehouse.query({
      sql: `select trigger_source, calculated_at, previous_run_id, rows_kept, error_code, error from ${this.#runs} where run_id = ?`,
      binds: [runId],
    });
    const stages = await warehouse.query({
      sql: `select stage, status from ${this.#stages} where run_id = ? order by stage_order`,
      binds: [runId],
    });
    const undone = stages.find(({ status }) => status !== 'succeeded' && status !== 'skipped');
    return {
      record,
      trigger: storedWord(RUN_TRIGGERS, row.trigger_source),
      firstUndone: undone === undefined ? undefined : storedWord(RUN_STAGES, undone.stage),
      calculatedAt: row.calculated_at == null ? null : String(row.calculated_at),
      previousRunId: row.previous_run_id == null ? null : String(row.previous_run_id),
      rowsKept: row.rows_kept === true,
      errorCode: row.error_code == null ? null : String(row.error_code),
      error: row.error == null ? null : String(row.error),
    };
  }

  /** Opens a run that has ended for another attempt: the given stages are to come again. */
  async reopen(
    runId: string,
    { previousRunId, stages }: Pick<NewRun, 'previousRunId' | 'stages'>,
  ): Promise<void> {
    await this.#run(
      `update ${this.#runs} set status = 'running', instance = ?, previous_run_id = ?, finished_at = null,
        refused_because = null, error_code = null, error = null, rows_kept = true where run_id = ?`,
      [this.#deps.instance, previousRunId, runId],
    );
    const marks = stages.map(() => '?').join(', ');
    await this.#run(
      `update ${this.#stages} set status = 'pending', rows_written = null, started_at = null, finished_at = null,
        duration_ms = null, error = null where run_id = ? and stage in (${marks})`,
      [runId, ...stages],
    );
  }

  /** Asks the process that runs it to call a run off. */
  async requestCancellation(runId: string): Promise<void> {
    await this.#run(
      `insert into ${this.#cancellations} (run_id, requested_at) select ?, cast(? as timestamp)`,
      [runId, sqlTimestamp(this.#deps.clock.now())],
    );
  }

  async isCancellationRequested(runId: string): Promise<boolean> {
    const rows = await this.#deps.warehouse.query({
      sql: `select run_id from ${this.#cancellations} where run_id = ? limit 1`,
      binds: [runId],
    });
    return rows.length > 0;
  }

  async forgetCancellation(runId: string): Promise<void> {
    await this.#run(`delete from ${this.#cancellations} where run_id = ?`, [runId]);
  }

  async open(run: NewRun): Promise<void> {
    const { clock, instance, warehouse } = this.#deps;
    await warehouse.execute({
      sql: `insert into ${this.#runs} (run_id, score_date, status, trigger_source, instance, idempotency_key, started_at,
          published, rows_kept, previous_run_id)
        select ?, cast(? as date), 'running', ?, ?, ?, cast(? as timestamp), false, true, ?`,
      binds: [
        run.runId,
        run.scoreDate,
        run.trigger,
        instance,
        run.idempotencyKey ?? null,
        sqlTimestamp(clock.now()),
        run.previousRunId,
      ],
    });
    const rows = run.stages.map(() => `(?, ?, ?, 'pending', 0)`).join(', ');
    await warehouse.execute({
      sql: `insert into ${this.#stages} (run_id, stage, stage_order, status, attempts) values ${rows}`,
      binds: run.stages.flatMap((stage, index) => [run.runId, stage, index + 1]),
    });
  }

  /** A stage begins, and the one before it has ended: one commit, because a small run is mostly commits. */
  async startStage(runId: string, stage: RunStage, before: StageEnd | undefined): Promise<void> {
    const startedAt = sqlTimestamp(this.#deps.clock.now());
    await this.#deps.warehouse.transaction(async (session) => {
      if (before !== undefined) await session.execute(this.#endOf(runId, before));
      await session.execute({
        sql: `update ${this.#runs} set stage = ? where run_id = ?`,
        binds: [stage, runId],
      });
      await session.execute({
        sql: `update ${this.#stages} set status = 'running', attempts = attempts + 1, error = null, started_at = cast(? as timestamp)
          where run_id = ? and stage = ?`,
        binds: [startedAt, runId, stage],
      });
    });
  }

  /** A stage that will be tried again says why, while it waits. */
  async noteFailedAttempt(runId: string, stage: RunStage, error: string): Promise<void> {
    await this.#run(`update ${this.#stages} set error = ? where run_id = ? and stage = ?`, [
      error,
      runId,
      stage,
    ]);
  }

  async endStage(runId: string, end: StageEnd): Promise<void> {
    await this.#deps.warehouse.execute(this.#endOf(runId, end));
  }

  #endOf(runId: string, { stage, status, rows, startedAt, endedAt, error }: StageEnd): Statement {
    return {
      sql: `update ${this.#stages} set status = ?, rows_written = ?, finished_at = cast(? as timestamp), duration_ms = ?, error = ?
        where run_id = ? and stage = ?`,
      binds: [
        status,
        rows,
        sqlTimestamp(endedAt),
        endedAt - startedAt,
        error ?? null,
        runId,
        stage,
      ],
    };
  }

  async noteScored(
    runId: string,
    scored: { fans: number; dataAsOf: string | null; calculatedAt: string },
  ): Promise<void> {
    await this.#run(
      `update ${this.#runs} set fans = ?, data_as_of = cast(? as date), calculated_at = cast(? as timestamp) where run_id = ?`,
      [scored.fans, scored.dataAsOf, scored.calculatedAt, runId],
    );
  }

  async close(runId: string, end: RunEnd): Promise<void> {
    await this.#run(
      `update ${this.#runs} set status = ?, finished_at = cast(? as timestamp), refused_because = coalesce(?, refused_because), error_code = ?, error = ?
        where run_id = ?`,
      [
        end.status,
        sqlTimestamp(this.#deps.clock.now()),
        end.refusedBecause ?? null,
        end.errorCode ?? null,
        end.error ?? null,
        runId,
      ],
    );
  }

  async #first(condition: string, binds: readonly BindValue[]): Promise<RunRecord | undefined> {
    const [row] = await this.#deps.warehouse.query({
      sql: `select ${COLUMNS} from ${this.#runs} where ${condition}
        order by score_date desc nulls last, started_at desc nulls last limit 1`,
      binds,
    });
    return row === undefined ? undefined : toRecord(row);
  }

  async #run(sql: string, binds: readonly BindValue[]): Promise<void> {
    const session: WarehouseSession = this.#deps.warehouse;
    await session.execute({ sql, binds });
  }
}
