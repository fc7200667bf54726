import { buildWorker } from './build.ts';

const bytes = await buildWorker();
console.log(`dist/worker/worker.js: ${(bytes / 1024).toFixed(0)} KB, for wrangler dev and deploy`);
