import type { Run, RunList } from '../../server/contract/index.ts';
import { RUN_STAGES, type RunStage, type StageStatus } from '../../server/domain/run.ts';

type Stage = Run['stages'][number];

const TOOK: Readonly<Record<RunStage, number>> = {
  load: 4200,
  clean: 43_800,
  score: 151_000,
  extend: 72_000,
  model: 100_000,
  predict: 22_000,
  insights: 31_000,
  check: 2400,
  publish: 800,
  refresh: 274_800,
};

function stage(name: RunStage, status: StageStatus, error: string | null = null): Stage {
  const isOver = status !== 'pending' && status !== 'running';
  return {
    name,
    status,
    rows: status === 'succeeded' ? (name === 'score' ? 48_216 : 0) : null,
    attempts: status === 'pending' ? 0 : 1,
    duration_ms: isOver ? TOOK[name] : null,
    error: status === 'skipped' ? null : error,
    skipped_because: status === 'skipped' ? error : null,
  };
}

/** Every stage: done up to one, which is as said, and the rest to come. */
export function stagesUpTo(last: RunStage, status: StageStatus, error: string | null = null) {
  const at = RUN_STAGES.indexOf(last);
  return RUN_STAGES.map((name, index) =>
    index < at
      ? stage(name, 'succeeded')
      : index === at
        ? stage(name, status, error)
        : stage(name, 'pending'),
  );
}

export function run(changes: Partial<Run> = {}): Run {
  return {
    run_id: '20250301_k3x8w2ma',
    score_date: '2025-03-01',
    status: 'succeeded',
    stage: 'refresh',
    stages: stagesUpTo('refresh', 'succeeded'),
    trigger: 'schedule',
    started_at: '2025-03-02T08:00:00.000Z',
    finished_at: '2025-03-02T08:11:42.000Z',
    published: true,
    data_as_of: '2025-03-01',
    fans: 48_216,
    refused_because: null,
    overridden_because: null,
    error: null,
    ...changes,
  };
}

const REFUSED = '21,904 fans, under 50% of the 48,102 of 2025-02-26.';

/** A run in flight, nights that were published, one that was refused, one whose warehouse went away. */
export function runList(changes: Partial<RunList> = {}): RunList {
  const items = [
    run({
      run_id: '20250214_m2n8q5zr',
      score_date: '2025-02-14',
      status: 'running',
      stage: 'insights',
      stages: stagesUpTo('insights', 'running'),
      trigger: 'api',
      started_at: '2025-03-02T11:53:02.000Z',
      finished_at: null,
      published: false,
    }),
    run(),
    run({
      run_id: '20250228_a1b2c3d4',
      score_date: '2025-02-28',
      started_at: '2025-03-01T08:00:00.000Z',
      finished_at: '2025-03-01T08:11:20.000Z',
      fans: 48_171,
    }),
    run({
      run_id: '20250227_e5f6g7h8',
      score_date: '2025-02-27',
      status: 'refused',
      stage: 'check',
      stages: stagesUpTo('check', 'refused', REFUSED),
      started_at: '2025-02-28T08:00:00.000Z',
      finished_at: '2025-02-28T08:09:05.000Z',
      published: false,
      fans: 21_904,
      refused_because: REFUSED,
    }),
    run({
      run_id: '20250226_j9k1l2m3',
      score_date: '2025-02-26',
      stages: stagesUpTo('refresh', 'failed', '1 of 4 extracts was not refreshed.'),
      started_at: '2025-02-27T08:00:00.000Z',
      finished_at: '2025-02-27T08:14:51.000Z',
      fans: 48_102,
    }),
    run({
      run_id: '20250225_n4p5q6r7',
      score_date: '2025-02-25',
      status: 'failed',
      stage: 'score',
      stages: stagesUpTo('score', 'failed', 'The warehouse cannot be reached.'),
      started_at: '2025-02-26T08:00:00.000Z',
      finished_at: '2025-02-26T08:03:31.000Z',
      published: false,
      fans: null,
      error: 'The warehouse cannot be reached.',
    }),
  ];
  return { items, total: items.length, next_cursor: null, ...changes };
}
