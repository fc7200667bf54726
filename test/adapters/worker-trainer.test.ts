import { expect, it } from 'vitest';
import { workerTrainer } from '../../server/adapters/system/worker-trainer.ts';
import { trainCandidate } from '../../server/domain/learning/train-candidate.ts';
import type { TrainingJob } from '../../server/domain/learning/training-job.ts';
import { inventRows } from '../domain/trees/invented-rows.ts';

function jobOf(rows: number): TrainingJob {
  const { frame, labels } = inventRows(rows);
  return {
    kind: 'churn',
    names: frame.names,
    columns: frame.columns,
    labels: Float64Array.from(labels),
    baseline: Float64Array.from(labels, (label, row) => label + (row % 3)),
    draws: Float64Array.from(labels, (_, row) => (row * 7) % labels.length),
    seed: 42,
    published: null,
  };
}

it('trains what the same job gives on this thread, to the bit', async () => {
  const job = jobOf(500);
  expect(await workerTrainer.train(job)).toEqual(trainCandidate(job));
});

it('leaves this thread free meanwhile', async () => {
  let turns = 0;
  let isOver = false;
  const turn = () => {
    turns += 1;
    if (!isOver) setTimeout(turn, 1);
  };
  turn();
  await workerTrainer.train(jobOf(20_000));
  isOver = true;
  // On this thread not one timer would have had its turn.
  expect(turns).toBeGreaterThan(10);
});

it('is called off by its signal, and says what is wrong with a job', async () => {
  const stop = new AbortController();
  const training = workerTrainer.train(jobOf(20_000), stop.signal);
  stop.abort();
  await expect(training).rejects.toMatchObject({ code: 'cancelled' });
  const wrong = { ...jobOf(300), labels: new Float64Array(300).fill(7) };
  await expect(workerTrainer.train(wrong)).rejects.toMatchObject({ code: 'invalid_value' });
});
