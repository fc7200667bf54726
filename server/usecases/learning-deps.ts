import type { ModelTrainer } from '../ports/model-trainer.ts';

/** How models are trained. */
export interface LearningSettings {
  readonly trainer: ModelTrainer;
  /** Rows a training learns from at most: an even sample of more. */
  readonly sampleRows: number;
  /** Days between two trainings by schedule; 0: none. */
  readonly retrainDays: number;
}

/** Decides splits, samples and draws: the same data gives the same model. */
export const TRAINING_SEED = 42;
