import type { ModelList } from '../../server/contract/index.ts';
import { META } from './answer-parts.ts';
import { modelQuality } from './churn-answers.ts';

export function modelList(changes: Partial<ModelList> = {}): ModelList {
  const stable = { psi: 0.02, level: 'stable' } as const;
  const published: ModelList['items'][number] = {
    ...modelQuality(),
    published: true,
    published_at: '2025-03-02T08:12:00.000Z',
    can_publish: false,
    refused_because: null,
    run_id: META.run_id,
    algorithm: 'random forest, 100 trees, depth 10',
    seed: 42,
    drift: {
      run_id: META.run_id,
      score_date: META.score_date,
      level: 'stable',
      features: [
        {
          feature: 'days_since_last_engagement',
          label: 'Days since the last engagement',
          psi: 0.14,
          level: 'moved',
        },
      ],
      predictions: stable,
    },
  };
  return {
    items: [
      published,
      {
        ...published,
        version: 'churn_20250222_1c0d',
        published: false,
        published_at: null,
        can_publish: true,
        refused_because:
          'Its AUC of 0.8790 is not above the 0.8842 of the published model on the same fans.',
        drift: null,
      },
    ],
    total: 2,
    next_cursor: null,
    published: { churn: published.version, ltv: null },
    refusals: [
      {
        kind: 'ltv',
        at: '2025-03-02T08:10:00.000Z',
        run_id: META.run_id,
        reason: 'There are 120 rows to learn from; at least 200 are needed.',
      },
    ],
    ...changes,
  };
}
