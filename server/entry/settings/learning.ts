import { workerTrainer } from '../../adapters/system/worker-trainer.ts';
import type { LearningSettings } from '../../usecases/learning-deps.ts';
import type { SettingReader } from './setting-reader.ts';

const SAMPLE_ROWS = 100_000;
const MOST_SAMPLE_ROWS = 2_000_000;
const RETRAIN_DAYS = 7;

/** MODEL_SAMPLE_ROWS and MODEL_RETRAIN_DAYS. */
export function readLearning(settings: SettingReader): LearningSettings {
  const rows = { least: 200, most: MOST_SAMPLE_ROWS };
  return {
    trainer: workerTrainer,
    sampleRows: settings.wholeNumber('MODEL_SAMPLE_ROWS', rows) ?? SAMPLE_ROWS,
    retrainDays:
      settings.wholeNumber('MODEL_RETRAIN_DAYS', { least: 0, most: 365 }) ?? RETRAIN_DAYS,
  };
}
