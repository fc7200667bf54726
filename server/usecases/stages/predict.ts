import { findPublishedModels, isOutdated, predictFans } from '../predict-fans.ts';
import type { RunContext, RunStep } from './run-step.ts';

/** Risk and lifetime value as shown, and what is counted by them: segments and department figures. */
export const predictStep: RunStep = {
  name: 'predict',
  async run(context) {
    const note = await predictAll(context);
    const rows = await context.runModels('predict');
    return note === null ? rows : { rows, note };
  },
};

/** Answers what was not predicted, and why; null where there is nothing to say. */
async function predictAll(context: RunContext): Promise<string | null> {
  const { deps, runId, scoreDate, models, signal, predicts } = context;
  if (!predicts) return 'No predictions were asked for: the risk is the rule-based one.';
  const found = await findPublishedModels(deps);
  const usable = new Map([...found].filter(([, model]) => !isOutdated(model)));
  const work = models.workSchema(runId);
  await predictFans(deps, { runId, scoreDate, work, signal }, usable);
  const outdated = [...found.values()].filter(isOutdated).map(({ version }) => version);
  return outdated.length === 0
    ? null
    : `Not used, because they were trained on other features: ${outdated.join(', ')}.`;
}
