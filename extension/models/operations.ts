import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type {
  ExtractList,
  ModelList,
  ModelPublication,
  Operations,
  Run,
  RunEvent,
} from '../../server/contract/index.ts';
import { ApiError, type ApiTrouble } from '../api/api-error.ts';
import type { OperationsClient } from '../api/operations-client.ts';
import type { Session } from '../api/session.ts';
import type { DashboardHost, DemoViewer } from '../host/dashboard-host.ts';
import { createLoader, type LoadState } from './loader.ts';
import type { Timers } from './timers.ts';

/** What the operations panel shows. */
export interface OperationsData {
  /** Newest start first. */
  readonly runs: readonly Run[];
  readonly operations: Operations;
  /** Null: for admins only. */
  readonly extracts: ExtractList | null;
  /** Null: they could not be read. */
  readonly models: ModelList | null;
}

/** What became of the last order. */
export type OrderNotice =
  | { readonly kind: 'started'; readonly scoreDate: string }
  | {
      readonly kind: 'resumed';
      readonly scoreDate: string;
      readonly from: string;
      readonly restartedBecause: string | null;
    }
  | { readonly kind: 'cancelled'; readonly scoreDate: string }
  | { readonly kind: 'published'; readonly model: ModelPublication }
  | { readonly kind: 'refreshing'; readonly extracts: number }
  | { readonly kind: 'refused'; readonly trouble: ApiTrouble };

export interface OperationsModel {
  readonly state: ReadonlySignal<LoadState<OperationsData>>;
  /** The run in flight, as it comes along; null without one. */
  readonly live: ReadonlySignal<RunEvent | null>;
  readonly notice: ReadonlySignal<OrderNotice | null>;
  /** An order is on its way. */
  readonly ordering: ReadonlySignal<boolean>;
  /** The run whose stages are shown. */
  readonly opened: Signal<string | null>;
  /** Whether a day to score is being chosen. */
  readonly choosing: Signal<boolean>;
  /** The model that is about to be published, until someone has confirmed it. */
  readonly confirming: Signal<string | null>;
  readonly asTable: Signal<boolean>;
  readonly start: (scoreDate: string | null) => void;
  readonly retryRun: (runId: string) => void;
  readonly cancel: (runId: string) => void;
  readonly publish: (version: string) => void;
  /** Null: all. */
  readonly refresh: (names: readonly string[] | null) => void;
  readonly retry: () => void;
  readonly signIn: () => void;
  readonly stop: () => void;
}

export interface OperationsDeps {
  readonly host: DashboardHost;
  readonly api: OperationsClient;
  readonly session: Session;
  readonly timers: Timers;
}

const QUIET_MS = 30_000;
/** While extracts are being refreshed. */
const BUSY_MS = 5000;

async function load(api: OperationsClient, aborted: AbortSignal): Promise<OperationsData> {
  const [{ items }, [operations, extracts], models] = await Promise.all([
    api.runs(aborted),
    loadOperations(api, aborted),
    api.models(aborted).catch(orNull),
  ]);
  return { runs: items, operations, extracts, models };
}

/** Who may not operate is not shown extracts, so they are not asked for. */
async function loadOperations(
  api: OperationsClient,
  aborted: AbortSignal,
): Promise<readonly [Operations, ExtractList | null]> {
  const operations = await api.operations(aborted);
  if (!operations.may_operate) return [operations, null];
  return [operations, await api.extracts(aborted).catch(orNull)];
}

/** Not everyone may see it, and the rest is worth showing without it. */
function orNull(error: unknown): null {
  if (error instanceof ApiError) return null;
  throw error;
}

export function isInFlight({ status }: Pick<Run, 'status'>): boolean {
  return status === 'running' || status === 'queued';
}

function isRefreshing(data: OperationsData): boolean {
  const jobs = data.extracts?.items.map(({ last_job }) => last_job?.status) ?? [];
  return jobs.some((status) => status === 'queued' || status === 'running');
}

export function createOperations(deps: OperationsDeps): OperationsModel {
  const { host, api, session, timers } = deps;
  const live = signal<RunEvent | null>(null);
  const notice = signal<OrderNotice | null>(null);
  const ordering = signal(false);
  const choosing = signal(false);
  const confirming = signal<string | null>(null);
  const loader = createLoader<DemoViewer | null, OperationsData>({
    load: (_, aborted) => load(api, aborted),
    keyOf: (viewer) => JSON.stringify(viewer),
    timers,
  });
  const show = (): void => loader.show(host.state().viewer);
  const onOver = (): void => {
    const said = notice.peek()?.kind;
    if (said === 'started' || said === 'resumed') notice.value = null;
    loader.reload();
  };
  const follower = createFollower(api, { live, onOver });
  let cancelTick = (): void => {};
  const order = (work: () => Promise<OrderNotice>): void => {
    if (ordering.peek()) return;
    ordering.value = true;
    work()
      .catch((error: unknown): OrderNotice => {
        if (error instanceof ApiError) return { kind: 'refused', trouble: error.trouble };
        throw error;
      })
      .then((result) => {
        notice.value = result;
        if (result.kind !== 'refused') {
          choosing.value = false;
          confirming.value = null;
        }
        loader.reload();
      })
      .finally(() => {
        ordering.value = false;
      });
  };
  const stops = [
    host.observe(show),
    effect(() => {
      const state = loader.state.value;
      cancelTick();
      if (state.kind !== 'ready') return;
      follower.follow(state.data.runs.find(isInFlight)?.run_id ?? null);
      cancelTick = timers.after(isRefreshing(state.data) ? BUSY_MS : QUIET_MS, loader.reload);
    }),
    () => cancelTick(),
    () => follower.follow(null),
    loader.stop,
  ];
  show();
  return {
    state: loader.state,
    live,
    notice,
    ordering,
    opened: signal<string | null>(null),
    choosing,
    confirming,
    asTable: signal(false),
    start: (scoreDate) =>
      order(async () => ({ kind: 'started', scoreDate: (await api.start(scoreDate)).score_date })),
    retryRun: (runId) =>
      order(async () => {
        const run = await api.retry(runId);
        const { score_date: scoreDate, resumed_from: from, restarted_because } = run;
        return { kind: 'resumed', scoreDate, from, restartedBecause: restarted_because };
      }),
    cancel: (runId) =>
      order(async () => ({ kind: 'cancelled', scoreDate: (await api.cancel(runId)).score_date })),
    publish: (version) =>
      order(async () => ({ kind: 'published', model: await api.publish(version) })),
    refresh: (names) =>
      order(async () => ({
        kind: 'refreshing',
        extracts: (await api.refresh(names)).items.length,
      })),
    retry: loader.reload,
    signIn: () => void session.signIn().then(loader.reload),
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}

interface FollowerDeps {
  readonly live: Signal<RunEvent | null>;
  readonly onOver: () => void;
}

/** Follows one run at a time. */
function createFollower(api: OperationsClient, { live, onOver }: FollowerDeps) {
  let followed: string | null = null;
  let stop = new AbortController();
  const follow = (runId: string | null): void => {
    if (runId === followed) return;
    stop.abort();
    followed = runId;
    live.value = null;
    if (runId === null) return;
    const mine = new AbortController();
    stop = mine;
    const onEvent = (event: RunEvent): void => {
      if (!mine.signal.aborted) live.value = event;
    };
    void api.watch({ runId, signal: mine.signal, onEvent }).then(() => {
      if (mine.signal.aborted) return;
      // The list says the rest; it may not know yet that the run is over.
      followed = null;
      live.value = null;
      onOver();
    });
  };
  return { follow };
}
