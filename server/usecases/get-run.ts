import { getRunState } from './list-runs.ts';
import type { QueryRunner } from './query-runner.ts';

interface Deps {
  readonly queries: QueryRunner;
}

interface RunQuestion {
  readonly runId: string;
  readonly signal?: AbortSignal;
}

async function readDataQuality({ queries }: Deps, { runId, signal }: RunQuestion) {
  const ask = { binds: [runId], ...(signal === undefined ? {} : { signal }) };
  return await queries.rows('run_data_quality', ask);
}

/** One run with its stages and the quality of its data. Rejects with `not_found`. */
export async function getRun(deps: Deps, input: RunQuestion) {
  const run = await getRunState(deps, input);
  // Before the first run has cleaned its data there is no table to read from.
  const isClean = run.stages.some(({ name, status }) => name === 'clean' && status === 'succeeded');
  return { ...run, data_quality: isClean ? await readDataQuality(deps, input) : [] };
}
