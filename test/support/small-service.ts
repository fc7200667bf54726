import type { RunDeps } from '../../server/usecases/run-deps.ts';
import { openScoredWarehouse } from './scored-warehouse.ts';
import { createTestService, type TestService, type TestServiceOptions } from './test-service.ts';

const SCORED_AT = Date.parse('2025-03-02T08:00:00Z');
export const SMALL_DAYS = ['2025-02-01', '2025-02-28', '2025-03-01'] as const;

/** Golden small, scored for three days; as many services over it as a test wants. */
export async function openSmall(): Promise<{
  readonly deps: RunDeps;
  readonly service: (options?: TestServiceOptions) => TestService;
}> {
  const clock = { now: () => SCORED_AT };
  const deps = await openScoredWarehouse({ data: 'small', days: SMALL_DAYS, clock });
  return { deps, service: (options) => createTestService(deps, options) };
}
