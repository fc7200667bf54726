import type { Sleeper } from '../ports/sleeper.ts';
import { getRunState } from './list-runs.ts';
import type { QueryRunner } from './query-runner.ts';
import type { RunProgress } from './run-scoring.ts';
import type { RunsInFlight } from './runs-in-flight.ts';

interface Deps {
  readonly queries: QueryRunner;
  readonly inFlight: RunsInFlight;
  readonly sleeper: Sleeper;
}

export interface WatchInput {
  readonly runId: string;
  readonly signal: AbortSignal;
}

type WatchedRun = Awaited<ReturnType<typeof getRunState>>;

/** What a run looks like; null: nothing has changed for a while. */
export type RunSight = { readonly run: WatchedRun; readonly progress: RunProgress | null } | null;

/** Between two looks at a run of this process, which tells when it has come further. */
const SHORTEST_MS = 250;
/** Between two looks at a run of another process. */
const POLL_MS = 2000;
/** After this without news, the watcher is told so. */
const QUIET_MS = 15_000;

function isOver({ status, stages }: WatchedRun): boolean {
  if (status === 'running' || status === 'queued') return false;
  return stages.every((stage) => stage.status !== 'running');
}

/** Resolves at the run's next step, or when time is up. */
async function nextStep({ inFlight, sleeper }: Deps, { runId, signal }: WatchInput): Promise<void> {
  const waiting = new AbortController();
  const stop = () => waiting.abort();
  const unwatch = inFlight.watch(runId, stop);
  signal.addEventListener('abort', stop, { once: true });
  await sleeper.sleep(POLL_MS, waiting.signal).catch(() => undefined);
  signal.removeEventListener('abort', stop);
  unwatch();
}

/**
 * What a run looks like, now and after every change, until it is over or the signal says so. Rejects with
 * `not_found` where there is no such run.
 */
export async function* watchRun(deps: Deps, input: WatchInput): AsyncGenerator<RunSight> {
  const { inFlight, queries, sleeper } = deps;
  const { runId, signal } = input;
  let last = '';
  let quietFor = 0;
  while (!signal.aborted) {
    const run = await getRunState({ queries }, { runId });
    const sight = { run, progress: inFlight.progressOf(runId) };
    const text = JSON.stringify(sight);
    if (text !== last) {
      yield sight;
      last = text;
      quietFor = 0;
    } else if (quietFor >= QUIET_MS) {
      yield null;
      quietFor = 0;
    }
    if (isOver(run)) return;
    const step = nextStep(deps, input);
    await sleeper.sleep(SHORTEST_MS, signal).catch(() => undefined);
    await step;
    quietFor += POLL_MS;
  }
}
