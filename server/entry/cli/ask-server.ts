import { setTimeout as wait } from 'node:timers/promises';
import {
  PATHS,
  type Problem,
  problemSchema,
  type RunDetail,
  runDetailSchema,
} from '../../contract/index.ts';
import { WonderError } from '../../domain/errors.ts';

const POLL_MS = 500;
const ADMIN = { 'x-demo-role': 'admin' };

export interface ServerRun {
  /** Where the server listens. */
  readonly url: string;
  readonly scoreDate: string;
  readonly overrideReason: string | undefined;
  readonly signal: AbortSignal;
  readonly onStage: (stage: string) => void;
}

async function ask(url: string, init: RequestInit = {}): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch (cause) {
    throw new WonderError('warehouse_unavailable', {
      detail: `The server at ${new URL(url).origin} does not answer.`,
      cause,
    });
  }
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) return body;
  const problem = problemSchema.safeParse(body);
  if (problem.success) throw refused(problem.data);
  throw new WonderError('internal', { detail: `The server answered ${response.status}.` });
}

function refused({ code, detail, errors = [] }: Problem): WonderError {
  const problems = errors.map(({ field, message, allowed }) => ({
    field,
    message,
    ...(allowed === undefined ? {} : { allowed }),
  }));
  return new WonderError(code, { detail, problems });
}

async function follow({ url, onStage, signal }: ServerRun, runId: string): Promise<RunDetail> {
  const place = url + PATHS.run.replace('{id}', encodeURIComponent(runId));
  for (;;) {
    const run = runDetailSchema.parse(await ask(place, { headers: ADMIN }));
    if (run.stage !== null) onStage(run.stage);
    if (run.status !== 'running' && run.status !== 'queued') return run;
    await wait(POLL_MS);
    if (!signal.aborted) continue;
    const cancel = url + PATHS.runCancel.replace('{id}', encodeURIComponent(runId));
    await ask(cancel, { method: 'POST', headers: ADMIN });
    throw new WonderError('cancelled', { detail: 'The run was cancelled.' });
  }
}

/** Has a server score a day, and follows it to its end. Throws what the server refuses it with. */
export async function askServerToScore(asked: ServerRun): Promise<RunDetail> {
  const { url, scoreDate, overrideReason } = asked;
  const body = {
    score_date: scoreDate,
    ...(overrideReason === undefined ? {} : { override_because: overrideReason }),
  };
  const started = await ask(`${url}${PATHS.runs}`, {
    method: 'POST',
    headers: { ...ADMIN, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return await follow(asked, runDetailSchema.parse(started).run_id);
}
