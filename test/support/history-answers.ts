import type { HistoryItem, ScoreHistory } from '../../server/contract/index.ts';
import { META, SCORES } from './answer-parts.ts';

export function historyItem(date: string, changes: Partial<HistoryItem> = {}): HistoryItem {
  return {
    score_date: date,
    run_id: `run-${date}`,
    ...SCORES,
    wonder_score_tier: 'Champion',
    percentile_rank: 88.2,
    churn_risk: 22,
    churn_source: 'rule',
    ...changes,
  };
}

export function history(items: readonly HistoryItem[]): ScoreHistory {
  return {
    wonder_id: 'W1',
    items: [...items],
    total: items.length,
    next_cursor: null,
    meta: META,
  };
}
