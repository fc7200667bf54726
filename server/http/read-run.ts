import { type RunDetail, runDetailSchema } from '../contract/index.ts';
import { getRun } from '../usecases/get-run.ts';
import type { HttpContext } from './context.ts';

/** A run as it is answered. Rejects with `not_found`. */
export async function readRun(context: HttpContext, runId: string): Promise<RunDetail> {
  const signal = AbortSignal.timeout(context.deadlineMs);
  return runDetailSchema.parse(await getRun(context.reads, { runId, signal }));
}
