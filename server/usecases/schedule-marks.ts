import { analyticsTable, type RunDeps, sqlTimestamp } from './run-deps.ts';

const NAME = 'nightly';

/** Up to when everything that was due has been handled, for all instances. */
export class ScheduleMarks {
  readonly #deps: Pick<RunDeps, 'warehouse' | 'project'>;
  readonly #table: string;

  constructor(deps: Pick<RunDeps, 'warehouse' | 'project'>) {
    this.#deps = deps;
    this.#table = analyticsTable(deps.project, 'schedule_marks');
  }

  /** The mark, milliseconds since 1970 UTC; where there is none, it is set first. */
  async readOrSet(now: number): Promise<number> {
    const { warehouse } = this.#deps;
    await warehouse.execute({
      sql: `insert into ${this.#table} (schedule_name, handled_until)
        select v.schedule_name, v.handled_until
        from (select ? as schedule_name, cast(? as timestamp) as handled_until) as v
        where not exists (select 1 from ${this.#table} as m where m.schedule_name = v.schedule_name)`,
      binds: [NAME, sqlTimestamp(now)],
    });
    const [row] = await warehouse.query({
      sql: `select max(handled_until) as handled_until from ${this.#table} where schedule_name = ?`,
      binds: [NAME],
    });
    return row?.handled_until == null ? now : Date.parse(String(row.handled_until));
  }

  /** Moves the mark on, never back. */
  async set(moment: number): Promise<void> {
    const at = sqlTimestamp(moment);
    await this.#deps.warehouse.execute({
      sql: `update ${this.#table} set handled_until = cast(? as timestamp)
        where schedule_name = ? and handled_until < cast(? as timestamp)`,
      binds: [at, NAME, at],
    });
  }
}
