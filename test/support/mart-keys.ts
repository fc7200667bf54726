/** What makes a row of a mart the only one of its run. */
export const MART_KEYS: Readonly<Record<string, readonly string[]>> = {
  mart_wonderscore_daily: ['fan_sk'],
  mart_wonderscore_extended: ['fan_sk'],
  mart_score_inputs: ['fan_sk'],
  mart_segment_members: ['segment', 'fan_sk'],
  mart_segment_summary: ['segment'],
  mart_segment_movers: ['segment', 'wonder_id'],
  mart_department_metrics: ['department', 'kind', 'metric', 'dimension', 'dimension_value'],
  mart_data_quality: ['source_table'],
};
