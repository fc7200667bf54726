import {
  EXTRACT_KINDS,
  EXTRACT_STATUSES,
  type ExtractKind,
  type ExtractStatus,
  type ExtractTarget,
} from '../domain/extract.ts';
import type { BindValue, WarehouseRow } from '../ports/warehouse.ts';
import { analyticsTable, type RunDeps, sqlTimestamp } from './run-deps.ts';
import { storedWord } from './stored-word.ts';

/** One refresh of one extract, as it is recorded. */
export interface ExtractJobRecord {
  readonly job_id: string;
  /** Null: by hand. */
  readonly run_id: string | null;
  readonly kind: ExtractKind;
  readonly name: string;
  readonly luid: string | null;
  readonly tableau_job_id: string | null;
  readonly status: ExtractStatus;
  readonly progress: number | null;
  /** ISO, UTC. */
  readonly requested_at: string;
  readonly started_at: string | null;
  readonly finished_at: string | null;
  readonly error: string | null;
}

type Deps = Pick<RunDeps, 'warehouse' | 'project' | 'clock'>;
type Changes = Partial<
  Pick<ExtractJobRecord, 'luid' | 'tableau_job_id' | 'status' | 'progress'>
> & {
  readonly error?: string | null;
  /** Written with the time it is now. */
  readonly hasStarted?: boolean;
  readonly isOver?: boolean;
};

const OPEN = "('queued', 'running')";

const textOrNull = (value: unknown) => (value == null ? null : String(value));

function toJob(row: WarehouseRow): ExtractJobRecord {
  return {
    job_id: String(row.job_id),
    run_id: textOrNull(row.run_id),
    kind: storedWord(EXTRACT_KINDS, row.kind),
    name: String(row.name),
    luid: textOrNull(row.luid),
    tableau_job_id: textOrNull(row.tableau_job_id),
    status: storedWord(EXTRACT_STATUSES, row.status),
    progress: row.progress == null ? null : Number(row.progress),
    requested_at: String(row.requested_at),
    started_at: textOrNull(row.started_at),
    finished_at: textOrNull(row.finished_at),
    error: textOrNull(row.error),
  };
}

/** What is written down about refreshes, so that a process that comes after this one can follow them. */
export class ExtractJobs {
  readonly #deps: Deps;
  readonly #table: string;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#table = analyticsTable(deps.project, 'extract_jobs');
  }

  async create(jobId: string, target: ExtractTarget, runId: string | null): Promise<void> {
    await this.#deps.warehouse.execute({
      sql: `insert into ${this.#table} (job_id, run_id, kind, name, luid, status, requested_at)
        select ?, ?, ?, ?, ?, 'queued', cast(? as timestamp)`,
      binds: [
        jobId,
        runId,
        target.kind,
        target.name,
        target.luid ?? null,
        sqlTimestamp(this.#deps.clock.now()),
      ],
    });
  }

  /** Writes down how a job stands; one that is over stays as it ended. */
  async update(jobId: string, changes: Changes): Promise<void> {
    const { hasStarted = false, isOver = false, ...fields } = changes;
    const now = sqlTimestamp(this.#deps.clock.now());
    const sets = Object.keys(fields).map((name) => `${name} = ?`);
    const binds: BindValue[] = Object.values(fields);
    if (hasStarted) {
      sets.push('started_at = coalesce(started_at, cast(? as timestamp))');
      binds.push(now);
    }
    if (isOver) {
      sets.push('finished_at = cast(? as timestamp)');
      binds.push(now);
    }
    if (sets.length === 0) return;
    await this.#deps.warehouse.execute({
      sql: `update ${this.#table} set ${sets.join(', ')} where job_id = ? and status in ${OPEN}`,
      binds: [...binds, jobId],
    });
  }

  async find(jobIds: readonly string[]): Promise<ExtractJobRecord[]> {
    if (jobIds.length === 0) return [];
    const marks = jobIds.map(() => '?').join(', ');
    const jobs = await this.#where(`job_id in (${marks})`, jobIds);
    return jobs.toSorted((one, other) => jobIds.indexOf(one.job_id) - jobIds.indexOf(other.job_id));
  }

  /** Jobs that are not over, the oldest first. */
  async open(): Promise<ExtractJobRecord[]> {
    return await this.#where(`status in ${OPEN}`, []);
  }

  async ofRun(runId: string): Promise<ExtractJobRecord[]> {
    return await this.#where('run_id = ?', [runId]);
  }

  /** The newest job of each extract. */
  async newest(): Promise<ExtractJobRecord[]> {
    const { warehouse } = this.#deps;
    const rows = await warehouse.query({
      sql: `select j.* from (
          select *, row_number() over (partition by kind, name order by requested_at desc nulls last, job_id) as place
          from ${this.#table}
        ) as j where j.place = 1`,
    });
    return rows.map(toJob);
  }

  async #where(condition: string, binds: readonly BindValue[]): Promise<ExtractJobRecord[]> {
    const rows = await this.#deps.warehouse.query({
      sql: `select * from ${this.#table} where ${condition} order by requested_at nulls last, job_id`,
      binds,
    });
    return rows.map(toJob);
  }
}
