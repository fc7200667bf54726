import { type ChurnFans, churnFansSchema } from '../../server/contract/index.ts';
import { ModelRegistry } from '../../server/usecases/model-registry.ts';
import type { RunDeps } from '../../server/usecases/run-deps.ts';
import { runScoring } from '../../server/usecases/run-scoring.ts';
import { createTestService, type TestService } from './test-service.ts';
import { openTrainingWarehouse, TRAINING_DAY } from './trained-warehouse.ts';

/** A day judged by the rule, about 90 days before the one that models judge. */
export const RULE_DAY = '2024-12-01';

/** A service of both days. */
export async function startJudgedService(): Promise<{ deps: RunDeps; service: TestService }> {
  const deps = await openTrainingWarehouse('small');
  const score = (scoreDate: string, more = {}) =>
    runScoring(deps, { scoreDate, trigger: 'cli', ...more });
  await score(RULE_DAY);
  const trained = await score(TRAINING_DAY, { train: 'always' });
  // Last year's revenue is hard to beat on this data: an operator may publish it all the same.
  await new ModelRegistry(deps).publish(`ltv_${trained.run_id}`);
  await score(TRAINING_DAY);
  return { deps, service: createTestService(deps) };
}

/** All fans at risk, page by page. */
export async function everyFanAtRisk(service: TestService, limit: number) {
  const all: ChurnFans['items'] = [];
  for (let next: string | null = ''; next !== null; ) {
    const cursor: string = next === '' ? '' : `&cursor=${next}`;
    const answer = await service.json(`/api/v1/churn/fans?limit=${limit}${cursor}`);
    const page = churnFansSchema.parse(answer);
    all.push(...page.items);
    next = page.next_cursor;
  }
  return all;
}
