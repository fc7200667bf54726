import { isWonderError } from '../../domain/errors.ts';
import { MODEL_KINDS, type ModelKind } from '../../domain/model-kinds.ts';
import { addDays } from '../../domain/run.ts';
import { ModelRegistry } from '../model-registry.ts';
import { type TrainOutcome, trainModel } from '../train-model.ts';
import type { RunContext, RunStep, StepOutcome } from './run-step.ts';

/** Whether a run trains models: where the last training is long enough ago, in any case, or not. */
export type TrainingPlan = 'due' | 'always' | 'never';

/** Trains the models that are due. What comes of it never keeps the scores from being published. */
export const modelStep: RunStep = {
  name: 'model',
  async run(context) {
    const { deps, training } = context;
    if (training === 'never') {
      return skip('Models are trained by scheduled runs, and by "wonder models train".');
    }
    if (deps.learning === undefined) return skip('Nothing trains models in this process.');
    const due = training === 'always' ? MODEL_KINDS : await kindsDue(context);
    if (due.length === 0) return skip('No training is due yet.');
    const outcomes: TrainOutcome[] = [];
    for (const kind of due) outcomes.push(await train(context, kind));
    const published = outcomes.filter(({ refusedBecause }) => refusedBecause === null).length;
    const note = outcomes
      .filter(({ refusedBecause }) => refusedBecause !== null)
      .map(({ kind, refusedBecause }) => `No new ${kind} model: ${refusedBecause}`)
      .join(' ');
    return note === '' ? published : { rows: published, note };
  },
};

function skip(because: string): StepOutcome {
  return { rows: 0, skipped: because };
}

/** A day before the last training's is a day scored again: it teaches nothing new. */
async function kindsDue({ deps, scoreDate }: RunContext): Promise<ModelKind[]> {
  const days = deps.learning?.retrainDays ?? 0;
  if (days === 0) return [];
  const registry = new ModelRegistry(deps);
  const due: ModelKind[] = [];
  for (const kind of MODEL_KINDS) {
    const last = await registry.lastCutOff(kind);
    if (last === null || scoreDate >= addDays(last, days)) due.push(kind);
  }
  return due;
}

async function train(context: RunContext, kind: ModelKind): Promise<TrainOutcome> {
  const { deps, scoreDate, runId, signal } = context;
  try {
    return await trainModel(deps, { kind, scoreDate, runId, signal });
  } catch (error) {
    // The warehouse's troubles and a cancelled run are the run's own; a training that broke is not.
    if (!isWonderError(error) || !['internal', 'invalid_value', 'bad_model'].includes(error.code)) {
      throw error;
    }
    deps.logger.error('a training failed', { run_id: runId, kind }, error);
    return { kind, version: `${kind}_${runId}`, refusedBecause: error.message };
  }
}
