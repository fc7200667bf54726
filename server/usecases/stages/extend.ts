import type { RunStep } from './run-step.ts';

/** The extended scores. */
export const extendStep: RunStep = { name: 'extend', run: ({ runModels }) => runModels('extend') };
