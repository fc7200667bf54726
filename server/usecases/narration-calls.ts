import { dayIn } from '../domain/calendar.ts';
import { textOf, textOrNull } from '../domain/text-values.ts';
import { numberOf } from '../domain/values.ts';
import type {
  Claim,
  NarrationCall,
  NarrationLedger,
  WrittenText,
} from '../ports/narration-ledger.ts';
import { createQueryRunner, type QueryRunner } from './query-runner.ts';
import { analyticsTable, type RunDeps, sqlTimestamp } from './run-deps.ts';

export interface NarrationCallDeps extends Pick<RunDeps, 'warehouse' | 'project' | 'clock'> {
  /** Calls a day, in this time zone. */
  readonly dailyBudget: number;
  readonly timeZone: string;
}

const keyOf = ({ runId, department, kind }: NarrationCall) => [runId, department, kind];

/** Calls to writing models in the warehouse, claimed one after another. */
export class NarrationCalls implements NarrationLedger {
  readonly #deps: NarrationCallDeps;
  readonly #queries: QueryRunner;
  #last: Promise<unknown> = Promise.resolve();

  constructor(deps: NarrationCallDeps) {
    this.#deps = deps;
    this.#queries = createQueryRunner(deps.warehouse, deps.project);
  }

  claim(call: NarrationCall): Promise<Claim> {
    const claimed = this.#last.then(() => this.#claim(call));
    this.#last = claimed.catch(() => undefined);
    return claimed;
  }

  async #claim(call: NarrationCall): Promise<Claim> {
    const { clock, timeZone, dailyBudget, warehouse, project } = this.#deps;
    const [made] = await this.#queries.rows('narration_call', { binds: keyOf(call) });
    if (made !== undefined) {
      const text = textOrNull(made, 'written');
      if (text === null) return 'asked';
      const writtenAt = Date.parse(textOf(made, 'called_at'));
      return { text, model: textOf(made, 'model'), writtenAt };
    }
    const now = clock.now();
    const today = dayIn(timeZone, now);
    const [day] = await this.#queries.rows('narration_calls_of_day', { binds: [today] });
    if (day === undefined || numberOf(day, 'calls') >= dailyBudget) return 'spent';
    // Between instances the statement itself decides: it adds nothing where another was quicker.
    const table = analyticsTable(project, 'narration_calls');
    const added = await warehouse.execute({
      sql: `insert into ${table} (run_id, department, kind, called_on, called_at)
        select ?, ?, ?, cast(? as date), cast(? as timestamp)
        where not exists (
          select 1 from ${table} where run_id = ? and department = ? and kind = ?
        )`,
      binds: [...keyOf(call), today, sqlTimestamp(now), ...keyOf(call)],
    });
    return added === 1 ? 'free' : 'asked';
  }

  async keep(call: NarrationCall, { text, model, writtenAt }: WrittenText): Promise<void> {
    const { warehouse, project } = this.#deps;
    await warehouse.execute({
      sql: `update ${analyticsTable(project, 'narration_calls')}
        set written = ?, model = ?, called_at = cast(? as timestamp)
        where run_id = ? and department = ? and kind = ?`,
      binds: [text, model, sqlTimestamp(writtenAt), ...keyOf(call)],
    });
  }
}
