import { isWonderError, WonderError } from '../domain/errors.ts';
import type { WarehouseSession } from '../ports/warehouse.ts';
import { analyticsTable, type RunDeps, sqlTimestamp } from './run-deps.ts';

const LEASE_MILLISECONDS = 120_000;
const RENEW_MILLISECONDS = 20_000;

/** The right to run, one at a time in the whole warehouse; it expires unless it is renewed. */
export class ScoringLease {
  readonly #deps: RunDeps;
  readonly #runId: string;
  readonly #table: string;
  #timer: NodeJS.Timeout | undefined;
  #renewing: Promise<void> = Promise.resolve();

  private constructor(deps: RunDeps, runId: string) {
    this.#deps = deps;
    this.#runId = runId;
    this.#table = analyticsTable(deps.project, 'run_lease');
  }

  /** Takes the lease and keeps it. Throws `run_in_flight` while another run has it. */
  static async take(deps: RunDeps, runId: string): Promise<ScoringLease> {
    const lease = new ScoringLease(deps, runId);
    const now = sqlTimestamp(deps.clock.now());
    // Where the engine lets one process in at a time, another process's lease is that of a dead one.
    const deadInstance = deps.warehouse.singleProcess ? 'or instance <> ?' : '';
    const taken = await deps.warehouse
      .execute({
        sql: `update ${lease.#table} set run_id = ?, instance = ?, expires_at = cast(? as timestamp)
        where lease_name = 'scoring'
          and (run_id is null or expires_at < cast(? as timestamp) ${deadInstance})`,
        binds: [
          runId,
          deps.instance,
          lease.#expiry(),
          now,
          ...(deps.warehouse.singleProcess ? [deps.instance] : []),
        ],
      })
      .catch(lostTheRace);
    if (taken === 0) throw await lease.#held();
    lease.keepRenewing();
    return lease;
  }

  /** Renews the lease now and then, from here on. */
  keepRenewing(): void {
    clearInterval(this.#timer);
    this.#timer = setInterval(() => {
      this.#renewing = this.renew(this.#deps.warehouse).catch(() => undefined);
    }, RENEW_MILLISECONDS);
    this.#timer.unref();
  }

  /** Extends the lease. Throws `lease_lost` where another run took it over. */
  async renew(session: WarehouseSession): Promise<void> {
    const renewed = await session.execute({
      sql: `update ${this.#table} set expires_at = cast(? as timestamp) where lease_name = 'scoring' and run_id = ?`,
      binds: [this.#expiry(), this.#runId],
    });
    if (renewed === 0) {
      throw new WonderError('lease_lost', {
        detail:
          'Another run took over while this one was stopped; nothing of this one is published.',
      });
    }
  }

  /** Leaves the row alone from here on: what comes next changes it in a transaction of its own. */
  async stopRenewing(): Promise<void> {
    clearInterval(this.#timer);
    await this.#renewing;
  }

  /** Lets others in. Where the warehouse cannot be told now, it is told later, or the lease ends by itself. */
  async release(): Promise<void> {
    await this.stopRenewing();
    const release = {
      sql: `update ${this.#table} set run_id = null, instance = null, expires_at = null
        where lease_name = 'scoring' and run_id = ?`,
      binds: [this.#runId],
    };
    const { warehouse, logger, recordLater } = this.#deps;
    const write = async () => void (await warehouse.execute(release));
    await write().catch((error: unknown) => {
      logger.warn('the lease was not given back', { run_id: this.#runId });
      if (!isWonderError(error)) throw error;
      recordLater?.(write);
    });
  }

  #expiry(): string {
    return sqlTimestamp(this.#deps.clock.now() + LEASE_MILLISECONDS);
  }

  async #held(): Promise<WonderError> {
    const [row] = await this.#deps.warehouse.query({
      sql: `select run_id from ${this.#table} where lease_name = 'scoring'`,
    });
    return new WonderError('run_in_flight', {
      detail: `Run ${row?.run_id ?? 'of another process'} is in flight; one run at a time.`,
      retryAfter: 30,
    });
  }
}

/** Two that take the lease at the same moment: the engine lets one of them write. */
function lostTheRace(error: unknown): number {
  if (isWonderError(error) && error.code === 'conflict') return 0;
  throw error;
}
