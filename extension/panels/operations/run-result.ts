import type { Run } from '../../../server/contract/index.ts';

/** How a run looks at a glance: what it is worth to know, and whether to worry. */
export interface RunResult {
  readonly word: string;
  readonly tone: 'good' | 'bad' | 'quiet' | 'running';
}

export function resultOf(run: Run): RunResult {
  if (run.status === 'refused') return { word: 'Refused', tone: 'bad' };
  if (run.status === 'failed') return { word: 'Failed', tone: 'bad' };
  if (run.status === 'cancelled') return { word: 'Cancelled', tone: 'quiet' };
  if (run.status !== 'succeeded') return { word: 'Running', tone: 'running' };
  const failed = run.stages.find(({ status }) => status === 'failed');
  if (failed?.name === 'refresh') return { word: 'Extract failed', tone: 'bad' };
  return run.published
    ? { word: 'Published', tone: 'good' }
    : { word: 'Replaced since', tone: 'quiet' };
}

/** Why a run is not as it should be; null where it is. */
export function reasonOf(run: Run): string | null {
  if (run.status === 'refused') return run.refused_because ?? 'The data gates refused it.';
  const failed = run.stages.find(({ status }) => status === 'failed');
  return run.error ?? failed?.error ?? null;
}

/** Whether trying again makes sense. */
export function canRetry(run: Run): boolean {
  if (run.status === 'running' || run.status === 'queued') return false;
  return run.status !== 'succeeded' || run.stages.some(({ status }) => status === 'failed');
}
