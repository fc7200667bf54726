import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { WonderError } from '../../domain/errors.ts';
import type { Candidate, TrainingJob } from '../../domain/learning/training-job.ts';
import type { ModelTrainer } from '../../ports/model-trainer.ts';
import { PACKAGE_ROOT } from './package-root.ts';

type Answer =
  | { readonly candidate: Candidate }
  | { readonly code: 'invalid_value' | 'internal'; readonly detail: string };

const START = join(PACKAGE_ROOT, 'bin/training-worker.mjs');

function startWorker(job: TrainingJob): Worker {
  // What a worker writes to the console would be no log line.
  return new Worker(START, { workerData: job, stdout: true, stderr: true });
}

/** Trains in a worker thread, one per job, so that the service answers meanwhile. */
export const workerTrainer: ModelTrainer = {
  train(job, signal) {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const worker = startWorker(job);
      const stop = () => {
        void worker.terminate();
        reject(new WonderError('cancelled', { detail: 'The training was called off.' }));
      };
      signal?.addEventListener('abort', stop);
      worker.once('message', (answer: Answer) => {
        if ('candidate' in answer) resolve(answer.candidate);
        else reject(new WonderError(answer.code, { detail: answer.detail }));
      });
      worker.once('error', (cause) => {
        reject(
          new WonderError('internal', { detail: 'The training stopped unexpectedly.', cause }),
        );
      });
      worker.once('exit', () => {
        signal?.removeEventListener('abort', stop);
        reject(new WonderError('internal', { detail: 'The training ended without an answer.' }));
      });
    });
  },
};
