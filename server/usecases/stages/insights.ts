import { makeInsights } from '../make-insights.ts';
import type { RunStep } from './run-step.ts';

/** What there is to say about the day. Not of days of history that are only scored on the way to a newer one. */
export const insightsStep: RunStep = {
  name: 'insights',
  async run({ deps, isHistory, vars, models, runId, runModels }) {
    if (isHistory) return { rows: 0, skipped: 'Insights are made for the newest day only.' };
    await runModels('insights');
    return await makeInsights(deps, { vars, workSchema: models.workSchema(runId) });
  },
};
