// What a worker thread starts with to train a model; it is given its job as `workerData`.
import { loadServer } from './load-server.mjs';

await loadServer('training-worker');
