/** Every stage a run can have, in order; each is recorded with status, rows, attempts, duration and error. */
export const RUN_STAGES = [
  'load',
  'clean',
  'score',
  'extend',
  'model',
  'predict',
  'insights',
  'check',
  'publish',
  'refresh',
] as const;

/** One of the stages of a run. */
export type RunStage = (typeof RUN_STAGES)[number];

/** Where a run stands; refused is a data gate's answer, failed a fault. */
export type RunStatus = 'queued' | 'running' | 'succeeded' | 'refused' | 'failed' | 'cancelled';

/** Where a stage of a run stands; skipped: there was nothing to do, and its error says why. */
export type StageStatus = 'pending' | 'running' | 'succeeded' | 'failed' | 'refused' | 'skipped';

/** Who or what started a run. */
export type RunTrigger = 'schedule' | 'cli' | 'api' | 'start';

/** One run of the scores for one as-of date, as it is recorded. */
export interface RunRecord {
  readonly run_id: string;
  /** The as-of date D, ISO. */
  readonly score_date: string;
  readonly status: RunStatus;
  /** The stage it is in, or ended in. */
  readonly stage: RunStage | null;
  readonly published: boolean;
  /** Fans scored; null before the score stage ended. */
  readonly fans: number | null;
  /** Day of the newest fact in it, ISO; null before the score stage ended, and without facts. */
  readonly data_as_of: string | null;
  /** Why the data gates refused it, in words, also where somebody published it all the same; null where they did not. */
  readonly refused_because: string | null;
}

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether text is a calendar day as YYYY-MM-DD: 2024-02-29 is, 2025-02-29 is not. */
export function isCalendarDay(text: string): boolean {
  const match = ISO_DAY.exec(text);
  if (match === null) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** The day `days` after an ISO day (before it where negative). */
export function addDays(isoDay: string, days: number): string {
  const day = new Date(`${isoDay}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
