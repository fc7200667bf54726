/** Where a run stands; refused is a data gate's answer, failed a fault. */
export const RUN_STATUSES = [
  'queued',
  'running',
  'succeeded',
  'refused',
  'failed',
  'cancelled',
] as const;

/** Where a stage of a run stands; skipped: there was nothing to do, and its error says why. */
export const STAGE_STATUSES = [
  'pending',
  'running',
  'succeeded',
  'failed',
  'refused',
  'skipped',
] as const;

/** Who or what started a run. */
export const RUN_TRIGGERS = ['schedule', 'cli', 'api', 'start'] as const;
