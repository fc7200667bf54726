import { checkStep } from './check.ts';
import { cleanStep } from './clean.ts';
import { extendStep } from './extend.ts';
import { insightsStep } from './insights.ts';
import { loadStep } from './load.ts';
import { modelStep } from './model.ts';
import { predictStep } from './predict.ts';
import { publishStep } from './publish.ts';
import { refreshStep } from './refresh.ts';
import type { RunStep } from './run-step.ts';
import { scoreStep } from './score.ts';

/** The stages of a run, in their order. Nothing is seen by readers before `publish`. */
export const RUN_STEPS: readonly RunStep[] = [
  loadStep,
  cleanStep,
  scoreStep,
  extendStep,
  modelStep,
  predictStep,
  insightsStep,
  checkStep,
  publishStep,
  refreshStep,
];
