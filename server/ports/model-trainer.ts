import type { Candidate, TrainingJob } from '../domain/learning/training-job.ts';

/** Trains models without holding up whoever asks: elsewhere than on the event loop. */
export interface ModelTrainer {
  /** Rejects with `cancelled` as soon as the signal says so, `invalid_value` for rows that teach nothing. */
  train(job: TrainingJob, signal?: AbortSignal): Promise<Candidate>;
}
