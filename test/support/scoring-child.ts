import { createRandomIds } from '../../server/adapters/system/random-ids.ts';
import { runScoring } from '../../server/usecases/run-scoring.ts';
import { openLandingWarehouse } from './landing-warehouse.ts';
import { quietLogger } from './scored-warehouse.ts';

/** A process that scores one day of one database file, and tells its parent every step: made to be killed. */
const [path = '', scoreDate = ''] = process.argv.slice(2);
const { warehouse, project } = await openLandingWarehouse(path);
await runScoring(
  {
    warehouse,
    project,
    clock: { now: () => Date.now() },
    ids: createRandomIds(),
    logger: quietLogger,
    instance: `child-${process.pid}`,
  },
  { scoreDate, trigger: 'cli', onProgress: ({ stage }) => process.send?.({ stage }) },
);
await warehouse.close();
process.disconnect?.();
