import { publishRun } from '../publish-run.ts';
import type { RunStep } from './run-step.ts';

/** Makes the run the one that readers see. */
export const publishStep: RunStep = {
  name: 'publish',
  async run({ deps, runId, scoreDate, lease }) {
    await publishRun(deps, { runId, scoreDate, lease });
    return 0;
  },
};
