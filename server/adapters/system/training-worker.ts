import { parentPort, workerData } from 'node:worker_threads';
import { isWonderError } from '../../domain/errors.ts';
import { trainCandidate } from '../../domain/learning/train-candidate.ts';

// The whole of a worker thread: one job in, one answer out.
try {
  parentPort?.postMessage({ candidate: trainCandidate(workerData) });
} catch (error) {
  const isOurs = isWonderError(error);
  parentPort?.postMessage({
    code: isOurs ? error.code : 'internal',
    detail: isOurs ? error.message : 'The training stopped unexpectedly.',
  });
}
