import { workerTrainer } from '../../server/adapters/system/worker-trainer.ts';
import type { RunDeps } from '../../server/usecases/run-deps.ts';
import { openScoredWarehouse } from './scored-warehouse.ts';

export const TRAINING_DAY = '2025-03-01';

/** Golden data in memory and a trainer, nothing scored yet. */
export async function openTrainingWarehouse(data: 'tiny' | 'small'): Promise<RunDeps> {
  let now = Date.parse('2025-03-02T08:00:00Z');
  const clock = {
    // Never the same moment twice: which training is newer is told by it.
    now: () => {
      now += 1000;
      return now;
    },
  };
  const deps = await openScoredWarehouse({ data, days: [], clock });
  return { ...deps, learning: { trainer: workerTrainer, sampleRows: 100_000, retrainDays: 7 } };
}
