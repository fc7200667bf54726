import type { RunStep } from './run-step.ts';

/** Risk and lifetime value as shown, and what is counted by them: segments and department figures. */
export const predictStep: RunStep = {
  name: 'predict',
  run: ({ runModels }) => runModels('predict'),
};
