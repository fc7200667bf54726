import type { Operations } from '../../server/contract/index.ts';

export function operations(changes: Partial<Operations> = {}): Operations {
  const onTime = (source_table: string, rows: number) => ({
    source_table,
    rows,
    newest_day: '2025-03-01',
    days_late: 0,
  });
  return {
    may_operate: true,
    schedule: {
      cron: '0 2 * * *',
      time_zone: 'America/Chicago',
      next_run_at: '2025-03-03T08:00:00.000Z',
    },
    last_complete_day: '2025-03-01',
    published: {
      run_id: '20250301_k3x8w2ma',
      score_date: '2025-03-01',
      calculated_at: '2025-03-02T08:01:10.000Z',
      data_as_of: '2025-03-01',
    },
    sources: [
      { source_table: 'dim_fan', rows: 50_120, newest_day: null, days_late: null },
      onTime('fact_attendance', 2_104_331),
      onTime('fact_engagement', 9_812_004),
      { ...onTime('fact_spend', 1_240_118), newest_day: '2025-02-28', days_late: 1 },
      onTime('fact_sentiment', 86_212),
    ],
    ...changes,
  };
}
