import { checkGates } from '../check-gates.ts';
import type { RunStep } from './run-step.ts';

/** The data gates: what they refuse is not published, unless somebody said why it should be. */
export const checkStep: RunStep = {
  name: 'check',
  async run({ deps, records, runId, scoreDate, overrideReason }) {
    const previous = await records.findPublishedUpTo(scoreDate);
    const refused = await checkGates(deps, { runId, scoreDate, previous });
    if (refused.length === 0) return 0;
    if (overrideReason === undefined) return { rows: 0, refused };
    await records.noteOverride(runId, overrideReason, refused);
    return 0;
  },
};
