import type { RUN_STATUSES, RUN_TRIGGERS, STAGE_STATUSES } from './run-words.ts';

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

/** One of the statuses of a run. */
export type RunStatus = (typeof RUN_STATUSES)[number];

/** One of the statuses of a stage. */
export type StageStatus = (typeof STAGE_STATUSES)[number];

/** One of those who start runs. */
export type RunTrigger = (typeof RUN_TRIGGERS)[number];

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
