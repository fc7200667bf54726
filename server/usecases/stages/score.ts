import type { RunStep } from './run-step.ts';

/** The base scores and the WonderScore. */
export const scoreStep: RunStep = { name: 'score', run: ({ runModels }) => runModels('score') };
