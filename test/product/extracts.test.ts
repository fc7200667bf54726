import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createRandomIds } from '../../server/adapters/system/random-ids.ts';
import {
  extractJobSchema,
  extractListSchema,
  refreshAnswerSchema,
} from '../../server/contract/index.ts';
import { parseExtracts } from '../../server/domain/extract.ts';
import type { ExtractSite } from '../../server/ports/extract-site.ts';
import { recoverRuns } from '../../server/usecases/recover-runs.ts';
import { ExtractRefresher } from '../../server/usecases/refresh-extracts.ts';
import { resumeRefreshes } from '../../server/usecases/resume-refreshes.ts';
import type { RunDeps } from '../../server/usecases/run-deps.ts';
import { runScoring } from '../../server/usecases/run-scoring.ts';
import { publishedRuns } from '../support/checksum.ts';
import { openScoredWarehouse, quietLogger } from '../support/scored-warehouse.ts';
import { finishedJob, siteError, TableauDouble } from '../support/tableau-double.ts';
import { type ManualTime, manualTime, siteOf } from '../support/tableau-site.ts';
import { createTestService } from '../support/test-service.ts';

const DAY = '2025-03-01';
const KPIS = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const GIVING = '6fa459ea-ee8a-4ca4-894e-db77e160355e';
const TARGETS = parseExtracts(`datasource:${KPIS},workbook:${GIVING}`) ?? [];
const REFRESH = /^POST .*\/refresh$/;
const running = (id: string) => ({
  json: { job: { id, startedAt: '2025-03-02T08:01:00Z', progress: '40' } },
});

let deps: RunDeps;
let double: TableauDouble;
let time: ManualTime;
let refreshers: ExtractRefresher[];

beforeAll(async () => {
  double = await new TableauDouble().listen();
});
afterAll(() => double.close());
beforeEach(async () => {
  double.reset();
  refreshers = [];
  time = manualTime('2025-03-02T08:00:00Z');
  deps = await openScoredWarehouse({ data: 'tiny', days: [], clock: { now: () => time.now } });
});
afterEach(async () => {
  await Promise.all(refreshers.map((each) => each.stop()));
  await deps.warehouse.close();
});

/** What a process has: another one over the same warehouse is a restart. */
function refresher(site: ExtractSite = siteOf(double.url, { time })): ExtractRefresher {
  const made = new ExtractRefresher({
    ...deps,
    site,
    sleeper: time.sleeper,
    ids: createRandomIds(),
    logger: quietLogger,
    targets: TARGETS,
    pollMs: 30_000,
    deadlineMs: 8_100_000,
  });
  refreshers.push(made);
  return made;
}

const score = (extracts?: ExtractRefresher) =>
  runScoring(extracts === undefined ? deps : { ...deps, extracts }, {
    scoreDate: DAY,
    trigger: 'cli',
  });
const refreshStage = async () => {
  const [stage] = await deps.warehouse.query({
    sql: "select status, rows_written, error from analytics.score_run_stages where stage = 'refresh'",
  });
  return stage;
};
const jobs = () =>
  deps.warehouse.query({
    sql: 'select kind, status, error from analytics.extract_jobs order by kind, requested_at',
  });

describe('the refresh after a run', () => {
  it('is skipped and says so without Tableau', async () => {
    expect(await score()).toMatchObject({ status: 'succeeded' });
    expect(await refreshStage()).toMatchObject({
      status: 'skipped',
      error: expect.stringContaining('TABLEAU_URL'),
    });
  });

  it('comes after publishing, once for each extract, and waits for their ends', async () => {
    double.on(/^GET .*\/jobs\//, running('j'), running('j'), running('j'), {
      json: finishedJob('j', 0),
    });
    const publishedAtRefresh: unknown[] = [];
    const site = siteOf(double.url, { time });
    const watched: ExtractSite = {
      find: (target, signal) => site.find(target, signal),
      job: (jobId, signal) => site.job(jobId, signal),
      async refresh(extract, signal) {
        publishedAtRefresh.push(await publishedRuns(deps.warehouse));
        return await site.refresh(extract, signal);
      },
    };
    const run = await score(refresher(watched));
    expect(run).toMatchObject({ status: 'succeeded', published: true });
    expect(double.asked(REFRESH).map(({ path }) => path.split('/').slice(-3).join('/'))).toEqual(
      expect.arrayContaining([`datasources/${KPIS}/refresh`, `workbooks/${GIVING}/refresh`]),
    );
    expect(double.asked(REFRESH)).toHaveLength(2);
    expect(await refreshStage()).toEqual({ status: 'succeeded', rows_written: 2, error: null });
    expect(publishedAtRefresh).toEqual([{ [DAY]: run.run_id }, { [DAY]: run.run_id }]);
  });

  it('never follows a run that was not published', async () => {
    await score();
    await deps.warehouse.execute({ sql: "delete from landing.dim_fan where wonder_id <> 'W0001'" });
    expect(await score(refresher())).toMatchObject({ status: 'refused' });
    await deps.warehouse.execute({ sql: 'drop table landing.fact_spend' });
    await expect(score(refresher())).rejects.toMatchObject({ code: 'bad_input_files' });
    expect(double.calls).toEqual([]);
  });

  it('goes on with the others where one fails, and leaves the scores published', async () => {
    double.on(/^POST .*\/datasources\/.*\/refresh$/, { status: 404, json: siteError('404004') });
    const run = await score(refresher());
    expect(run).toMatchObject({ status: 'succeeded', published: true });
    expect(await jobs()).toEqual([
      { kind: 'datasource', status: 'failed', error: expect.stringContaining('no such extract') },
      { kind: 'workbook', status: 'succeeded', error: null },
    ]);
    expect(await refreshStage()).toMatchObject({
      status: 'failed',
      error: expect.stringContaining(KPIS),
    });
  });

  it('lets the next run begin while Tableau is still at it', async () => {
    double.on(/^GET .*\/jobs\//, running('j'));
    const stop = new AbortController();
    const first = runScoring(
      { ...deps, extracts: refresher() },
      { scoreDate: DAY, trigger: 'cli', signal: stop.signal },
    );
    await expect.poll(() => double.asked(REFRESH).length).toBe(2);
    const second = await runScoring(deps, { scoreDate: '2025-02-28', trigger: 'cli' });
    expect(second).toMatchObject({ status: 'succeeded' });
    stop.abort();
    expect(await first).toMatchObject({ status: 'succeeded', published: true });
  });

  it('says why Tableau did not do it', async () => {
    double.on(/^GET .*\/jobs\/job-3f/, {
      json: finishedJob('j', 1, 'The database refused the sign-in.'),
    });
    double.on(/^GET .*\/jobs\/job-6f/, { json: finishedJob('j', 2) });
    await score(refresher());
    expect(await jobs()).toEqual([
      {
        kind: 'datasource',
        status: 'failed',
        error: 'The refresh failed: The database refused the sign-in.',
      },
      { kind: 'workbook', status: 'cancelled', error: 'The refresh was cancelled in Tableau.' },
    ]);
  });

  it('gives up at its own deadline', async () => {
    double.on(/^GET .*\/jobs\//, running('j'));
    await score(refresher());
    expect((await jobs()).map(({ status }) => status)).toEqual(['timed_out', 'timed_out']);
    expect((await jobs())[0]?.error).toContain('after 135 minutes');
  });

  it('outlasts a few useless answers in mid-poll, and no more', async () => {
    const html = { status: 200, text: '<html>Down for maintenance</html>' };
    double.on(/^GET .*\/jobs\/job-3f/, html, html, running('j'), { json: finishedJob('j', 0) });
    double.on(/^GET .*\/jobs\/job-6f/, html);
    await score(refresher());
    expect((await jobs()).map(({ status }) => status)).toEqual(['succeeded', 'failed']);
  });

  it('waits for a refresh that is under way and cannot be told from others', async () => {
    double.on(
      REFRESH,
      { status: 409, json: siteError('409093') },
      { status: 409, json: siteError('409093') },
      { status: 202, json: { job: { id: 'a' } } },
    );
    double.on(/^GET .*\/jobs$/, { json: { backgroundJobs: {} } });
    await score(refresher());
    expect((await jobs()).map(({ status }) => status)).toEqual(['succeeded', 'succeeded']);
  });
});

describe('a process that ends in mid-poll', () => {
  it('is followed by one that goes on with the same jobs and ends the stage', async () => {
    double.on(/^GET .*\/jobs\//, running('j'));
    const stop = new AbortController();
    const first = refresher();
    const run = runScoring(
      { ...deps, extracts: first },
      { scoreDate: DAY, trigger: 'cli', signal: stop.signal },
    );
    await expect.poll(() => double.asked(/^GET .*\/jobs\//).length).toBeGreaterThan(1);
    stop.abort();
    await first.stop();
    expect(await run).toMatchObject({ status: 'succeeded', published: true });
    expect(await refreshStage()).toMatchObject({ status: 'running' });
    double.on(/^GET .*\/jobs\//, { json: finishedJob('j', 0) });
    const { over } = await resumeRefreshes(deps, refresher());
    await over;
    expect(await refreshStage()).toMatchObject({ status: 'succeeded', rows_written: 2 });
    expect(double.asked(REFRESH)).toHaveLength(2);
  });

  it('before it asked for anything is followed by one that asks', async () => {
    await score();
    await deps.warehouse.execute({
      sql: "update analytics.score_run_stages set status = 'running' where stage in ('publish', 'refresh')",
    });
    await deps.warehouse.execute({ sql: "update analytics.score_runs set status = 'running'" });
    await recoverRuns(deps);
    await (await resumeRefreshes(deps, refresher())).over;
    expect(double.asked(REFRESH)).toHaveLength(2);
    expect(await refreshStage()).toMatchObject({ status: 'succeeded' });
  });

  it('is not waited for where Tableau is no longer configured', async () => {
    await score();
    await deps.warehouse.execute({
      sql: "update analytics.score_run_stages set status = 'running' where stage = 'refresh'",
    });
    await (await resumeRefreshes(deps, undefined)).over;
    expect(await refreshStage()).toMatchObject({ status: 'skipped' });
  });
});

describe('extracts over the API', () => {
  const admin = { 'x-demo-role': 'admin' };
  const post = async (
    service: ReturnType<typeof createTestService>,
    body: object,
    headers: Readonly<Record<string, string>> = {},
  ) =>
    await service.app.request('/api/v1/extracts/refresh', {
      method: 'POST',
      headers: { ...admin, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });

  it('are refreshed by hand and followed to their end, once for a key', async () => {
    const service = createTestService(deps, { refresher: refresher() });
    const key = { 'idempotency-key': 'by-hand' };
    const first = await post(service, { names: [KPIS] }, key);
    expect(first.status).toBe(202);
    const [job] = refreshAnswerSchema.parse(await first.json()).items;
    expect(job).toMatchObject({ kind: 'datasource', name: KPIS, run_id: null });
    const again = refreshAnswerSchema.parse(
      await (await post(service, { names: [KPIS] }, key)).json(),
    );
    expect(again.items.map(({ job_id }) => job_id)).toEqual([job?.job_id]);
    const read = async () =>
      extractJobSchema.parse(await service.json(`/api/v1/extracts/jobs/${job?.job_id}`, admin));
    await expect.poll(async () => (await read()).status).toBe('succeeded');
    const list = extractListSchema.parse(await service.json('/api/v1/extracts', admin));
    expect(list.items.map(({ name, last_job }) => [name, last_job?.status ?? null])).toEqual([
      [KPIS, 'succeeded'],
      [GIVING, null],
    ]);
    expect(double.asked(REFRESH)).toHaveLength(1);
    expect((await post(service, {}, key)).status).toBe(409);
  });

  it('that are being refreshed are not asked for again', async () => {
    double.on(/^GET .*\/jobs\//, running('j'));
    const service = createTestService(deps, { refresher: refresher() });
    const ids = async () =>
      refreshAnswerSchema
        .parse(await (await post(service, {})).json())
        .items.map((job) => job.job_id);
    expect(await ids()).toEqual(await ids());
    await expect.poll(() => double.asked(REFRESH).length).toBe(2);
  });

  it('say what is wrong with a request, and what is not set', async () => {
    const problem = z.looseObject({ code: z.string(), detail: z.string() });
    const service = createTestService(deps, { refresher: refresher() });
    const unknown = await post(service, { names: ['Nothing'] });
    expect(unknown.status).toBe(422);
    const without = createTestService(deps);
    const refused = await post(without, {});
    expect(refused.status).toBe(409);
    expect(problem.parse(await refused.json()).detail).toContain('TABLEAU_EXTRACTS');
    expect(await without.json('/api/v1/extracts', admin)).toMatchObject({
      items: [],
      not_configured_because: expect.stringContaining('TABLEAU_EXTRACTS'),
    });
  });
});
