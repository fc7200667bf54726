import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWebhookAlerts } from '../../server/adapters/system/webhook-alerts.ts';
import { alertRun } from '../../server/usecases/alert-run.ts';
import type { RunDeps } from '../../server/usecases/run-deps.ts';
import { runScoring } from '../../server/usecases/run-scoring.ts';
import { openScoredWarehouse, quietLogger } from '../support/scored-warehouse.ts';
import { TableauDouble } from '../support/tableau-double.ts';
import { manualTime } from '../support/tableau-site.ts';

const DAY = '2025-03-01';
const HOOK = /^POST \/hook$/;

let deps: RunDeps;
/** Any HTTP service on loopback will do: this one can be scripted. */
let receiver: TableauDouble;

beforeAll(async () => {
  const clock = { now: () => Date.parse('2025-03-02T08:00:00Z') };
  receiver = await new TableauDouble().listen();
  deps = await openScoredWarehouse({ data: 'tiny', days: [DAY], clock });
});
afterAll(async () => {
  await receiver.close();
  await deps.warehouse.close();
});
beforeEach(() => receiver.reset());

const time = manualTime('2025-03-02T08:00:00Z');
const told = () => receiver.asked(HOOK).map(({ body }): unknown => JSON.parse(body));

async function alert(runId: string): Promise<void> {
  const url = `${receiver.url}/hook`;
  const alerts = createWebhookAlerts({ url, logger: quietLogger, sleeper: time.sleeper });
  await alertRun({ ...deps, alerts }, runId);
}
const newest = async () => {
  const [row] = await deps.warehouse.query({
    sql: 'select run_id from analytics.score_runs order by started_at desc, run_id desc limit 1',
  });
  return String(row?.run_id);
};

describe('the webhook', () => {
  it('is told nothing of a run that succeeded', async () => {
    await alert(await newest());
    expect(told()).toEqual([]);
  });

  it('is told why a run was refused, again where it did not take it', async () => {
    receiver.on(HOOK, { status: 503 }, { status: 204, text: '' });
    await deps.warehouse.execute({
      sql: "update landing.dim_fan set is_active = false where wonder_id > 'W0004'",
    });
    const run = await runScoring(deps, { scoreDate: DAY, trigger: 'schedule' });
    expect(run.status).toBe('refused');
    await alert(run.run_id);
    expect(told()).toHaveLength(2);
    expect(told()[1]).toEqual({
      service: 'wonder-portal',
      kind: 'run_refused',
      run_id: run.run_id,
      score_date: DAY,
      stage: 'check',
      because: run.refused_because,
    });
  });

  it('is told of a run that failed, and gives up where nobody takes it', async () => {
    receiver.on(HOOK, { status: 500 });
    await deps.warehouse.execute({ sql: 'drop table landing.fact_spend' });
    const runId = '20250301_failing1';
    await runScoring(deps, { scoreDate: DAY, trigger: 'schedule', runId }).catch(() => undefined);
    await alert(runId);
    expect(told()).toHaveLength(3);
    expect(told()[0]).toMatchObject({ kind: 'run_failed', stage: 'load' });
  });

  it('is told of extracts that were not refreshed', async () => {
    const runId = '20250301_failing1';
    await deps.warehouse.execute({ sql: "update analytics.score_runs set status = 'succeeded'" });
    await deps.warehouse.execute({
      sql: "update analytics.score_run_stages set status = 'failed', error = 'One was not.' where stage = 'refresh'",
    });
    receiver.on(HOOK, { status: 200, text: '' });
    await alert(runId);
    expect(told()).toMatchObject([{ kind: 'extracts_failed', because: 'One was not.' }]);
  });
});
