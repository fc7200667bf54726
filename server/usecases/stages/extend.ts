import type { RunStep } from './run-step.ts';

/** The extended scores, segments and department figures. */
export const extendStep: RunStep = { name: 'extend', run: ({ runModels }) => runModels('extend') };
