import { decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TableauRestSite } from '../../server/adapters/tableau/rest-site.ts';
import { finishedJob, siteError, TableauDouble } from '../support/tableau-double.ts';
import { type ManualTime, manualTime, siteOf } from '../support/tableau-site.ts';

const LUID = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const OTHER = '6fa459ea-ee8a-4ca4-894e-db77e160355e';
const REFRESH = /^POST .*\/datasources\/[^/]+\/refresh$/;
const SIGN_IN = /^POST .*\/auth\/signin$/;
const JOB = /^GET .*\/jobs\/[^/]+$/;
const { signal } = new AbortController();

let double: TableauDouble;
let time: ManualTime;
let site: TableauRestSite;

beforeAll(async () => {
  double = await new TableauDouble().listen();
});
afterAll(() => double.close());
beforeEach(() => {
  double.reset();
  time = manualTime('2025-03-02T08:00:00Z');
  site = siteOf(double.url, { time });
});

const refresh = () => site.refresh({ kind: 'datasource', luid: LUID }, signal);

describe('signing in', () => {
  it('speaks the newest version both know, names the site, and keeps one session', async () => {
    await Promise.all([refresh(), refresh(), site.job('j', signal)]);
    expect(double.asked(/serverinfo/)).toHaveLength(1);
    const [signIn, ...more] = double.asked(SIGN_IN);
    expect(more).toEqual([]);
    expect(signIn?.path).toBe('/api/3.24/auth/signin');
    expect(JSON.parse(signIn?.body ?? '')).toEqual({
      credentials: {
        personalAccessTokenName: 'nightly',
        personalAccessTokenSecret: 'invented-secret-of-a-test',
        site: { contentUrl: 'club' },
      },
    });
    expect(double.asked(REFRESH).map(({ token }) => token)).toEqual(['token-1', 'token-1']);
  });

  it('speaks an older version with an older server, and says when it is too old', async () => {
    const version = (restApiVersion: string) => ({ json: { serverInfo: { restApiVersion } } });
    double.on(/serverinfo/, version('3.9'));
    await refresh();
    expect(double.asked(SIGN_IN)[0]?.path).toBe('/api/3.9/auth/signin');
    double.on(/serverinfo/, version('3.4'));
    await expect(siteOf(double.url, { time }).job('j', signal)).rejects.toMatchObject({
      code: 'tableau_failed',
      message: 'This Tableau Server speaks REST API 3.4; 3.6 is needed.',
    });
  });

  it('is told apart from a web page', async () => {
    double.on(/serverinfo/, {
      status: 200,
      text: '<!DOCTYPE html><html><body>Hello</body></html>',
    });
    await expect(refresh()).rejects.toMatchObject({ code: 'tableau_failed' });
  });

  it('that is refused is not asked for again and again', async () => {
    double.on(SIGN_IN, { status: 401, json: siteError('401001') });
    for (let attempt = 0; attempt < 4; attempt += 1) {
      await expect(refresh()).rejects.toMatchObject({ code: 'tableau_auth' });
    }
    expect(double.asked(SIGN_IN)).toHaveLength(1);
  });

  it('follows a redirect to the pod, with its POST, and stays there', async () => {
    const pod = await new TableauDouble().listen();
    double.on(SIGN_IN, { status: 301, headers: { location: `${pod.url}/api/3.24/auth/signin` } });
    await refresh();
    expect(JSON.parse(pod.asked(SIGN_IN)[0]?.body ?? '{}')).toHaveProperty('credentials');
    expect(pod.asked(REFRESH)).toHaveLength(1);
    expect(double.asked(REFRESH)).toHaveLength(0);
    await pod.close();
  });

  it('sends no secret to another host over plain http', async () => {
    double.on(SIGN_IN, { status: 301, headers: { location: 'http://elsewhere.example/api' } });
    await expect(refresh()).rejects.toMatchObject({ code: 'tableau_failed' });
  });

  it('with a Connected App makes a short-lived token with its own id', async () => {
    const secret = 'an-invented-secret-of-32-characters';
    const app = siteOf(double.url, {
      time,
      credentials: {
        kind: 'connected-app',
        clientId: 'client',
        secretId: 'key',
        secret,
        user: 'svc',
      },
    });
    await app.job('j', signal);
    const { credentials } = JSON.parse(double.asked(SIGN_IN)[0]?.body ?? '{}');
    expect(decodeProtectedHeader(credentials.jwt)).toMatchObject({
      alg: 'HS256',
      kid: 'key',
      iss: 'client',
    });
    const { payload } = await jwtVerify(credentials.jwt, new TextEncoder().encode(secret), {
      audience: 'tableau',
      issuer: 'client',
      currentDate: new Date(time.now),
    });
    expect(payload).toMatchObject({ sub: 'svc', jti: expect.stringMatching(/^[a-z0-9]{32}$/) });
    expect((payload.exp ?? 0) - time.now / 1000).toBeLessThanOrEqual(600);
    expect(payload.scp).toContain('tableau:jobs:read');
    expect(decodeJwt(credentials.jwt).iat).toBeLessThan(time.now / 1000);
  });

  it('happens once more where the session has ended meanwhile', async () => {
    double.on(JOB, { status: 401, json: siteError('401002') }, { json: finishedJob('j', 0) });
    expect(await site.job('j', signal)).toMatchObject({ outcome: 'succeeded' });
    expect(double.asked(SIGN_IN)).toHaveLength(2);
    const tokens = double.asked(JOB).map(({ token }) => token);
    expect(new Set(tokens).size).toBe(2);
  });

  it('once more is enough: a site that ends every session is not asked for ever', async () => {
    double.on(JOB, { status: 401, json: siteError('401002') });
    await expect(site.job('j', signal)).rejects.toMatchObject({ code: 'tableau_auth' });
    expect(double.asked(SIGN_IN)).toHaveLength(2);
  });
});

describe('finding an extract', () => {
  const target = {
    kind: 'datasource',
    name: 'Sales & More/A "B" <C>',
    project: 'Sales & More',
    title: 'A "B" <C>',
  } as const;
  const LIST = /^GET .*\/datasources$/;
  const item = (id: string, project: string) => ({
    id,
    name: 'A "B" <C>',
    project: { name: project },
  });
  const listed = (...datasource: unknown[]) => ({
    json: {
      pagination: { totalAvailable: String(datasource.length) },
      datasources: { datasource },
    },
  });

  it('reads XML with escaped names, and matches the project too', async () => {
    double.on(LIST, {
      text: `<?xml version='1.0' encoding='UTF-8'?>
        <tsResponse xmlns="http://tableau.com/api">
          <pagination pageNumber="1" pageSize="100" totalAvailable="2"/>
          <datasources>
            <datasource id="${OTHER}" name="A &quot;B&quot; &lt;C&gt;"><project id="p" name="Other"/></datasource>
            <datasource id="${LUID}" name="A &quot;B&quot; &lt;C&gt;"><project id="q" name="Sales &amp; More"/></datasource>
          </datasources>
        </tsResponse>`,
    });
    expect(await site.find(target, signal)).toBe(LUID);
    expect(double.asked(LIST)[0]?.query.get('filter')).toBe('name:eq:A "B" <C>');
  });

  it('reads on where there are more pages', async () => {
    const page = (id: string, project: string) => ({
      json: {
        pagination: { totalAvailable: '150' },
        datasources: { datasource: [item(id, project)] },
      },
    });
    double.on(LIST, page(OTHER, 'Other'), page(LUID, 'Sales & More'));
    expect(await site.find(target, signal)).toBe(LUID);
  });

  it.each([
    ['none', listed(), /none of that name/],
    ['two', listed(item(LUID, 'Sales & More'), item(OTHER, 'Sales & More')), /has 2 of that name/],
    ['a live one', listed({ ...item(LUID, 'Sales & More'), hasExtracts: false }), /no extract/],
  ])('refuses %s', async (_, reply, words) => {
    double.on(LIST, reply);
    const found = site.find(target, signal);
    await expect(found).rejects.toMatchObject({
      code: 'not_found',
      message: expect.stringMatching(words),
    });
  });

  it('takes a LUID without asking', async () => {
    expect(await site.find({ kind: 'workbook', name: LUID, luid: LUID }, signal)).toBe(LUID);
    expect(double.calls).toEqual([]);
  });
});

describe('asking for a refresh', () => {
  it('answers the job, of JSON or of XML', async () => {
    expect(await refresh()).toEqual({ jobId: `job-${LUID}`, isAdopted: false });
    double.on(REFRESH, {
      status: 202,
      text: `<tsResponse><job id="${OTHER}" mode="Asynchronous" type="RefreshExtract"/></tsResponse>`,
    });
    expect(await refresh()).toEqual({ jobId: OTHER, isAdopted: false });
  });

  it('adopts a refresh that is under way, and none of another extract', async () => {
    double
      .on(REFRESH, { status: 409, json: siteError('409093') })
      .on(/^GET .*\/jobs$/, {
        json: {
          backgroundJobs: {
            backgroundJob: [
              { id: 'done', status: 'Success', jobType: 'refresh_extracts' },
              { id: 'flow', status: 'InProgress', jobType: 'run_flow' },
              { id: 'other', status: 'InProgress', jobType: 'refresh_extracts' },
              { id: 'mine', status: 'Pending', jobType: 'refresh_extracts' },
            ],
          },
        },
      })
      .on(/jobs\/other$/, {
        json: { job: { id: 'other', extractRefreshJob: { datasource: { id: OTHER } } } },
      })
      .on(/jobs\/mine$/, {
        json: { job: { id: 'mine', extractRefreshJob: { datasource: { id: LUID } } } },
      });
    expect(await refresh()).toEqual({ jobId: 'mine', isAdopted: true });
  });

  it('says so where one is under way that cannot be told from others', async () => {
    double.on(REFRESH, { status: 409, json: siteError('409093') });
    double.on(/^GET .*\/jobs$/, { json: { backgroundJobs: {} } });
    expect(await refresh()).toEqual({ jobId: null, isAdopted: true });
  });

  it('waits as long as Retry-After says', async () => {
    double.on(
      REFRESH,
      { status: 429, json: siteError('429000'), headers: { 'retry-after': '17' } },
      { status: 202, json: { job: { id: 'j' } } },
    );
    expect(await refresh()).toMatchObject({ jobId: 'j' });
    expect(time.waits).toEqual([17_000]);
  });

  it('backs off from a site in trouble, and gives up after a while', async () => {
    double.on(
      REFRESH,
      { status: 503, text: '<html>Service Unavailable</html>' },
      { status: 500 },
      { status: 202, json: { job: { id: 'j' } } },
    );
    expect(await refresh()).toMatchObject({ jobId: 'j' });
    expect(time.waits).toEqual([1000, 2000]);
    double.on(REFRESH, { status: 502, text: 'Bad Gateway' });
    await expect(refresh()).rejects.toMatchObject({ code: 'tableau_failed' });
    expect(double.asked(REFRESH)).toHaveLength(3 + 5);
  });

  it.each([
    ['404', { status: 404, json: siteError('404004') }, 'not_found'],
    ['another conflict', { status: 409, json: siteError('409090') }, 'tableau_failed'],
    ['HTML', { status: 200, text: '<html><body>Sign in here</body></html>' }, 'tableau_failed'],
    ['broken XML', { status: 202, text: '<tsResponse><job id="' }, 'tableau_failed'],
    ['broken JSON', { status: 202, text: '{"job": {"id"' }, 'tableau_failed'],
    [
      'entities',
      {
        status: 202,
        text: '<!DOCTYPE x [<!ENTITY a "b">]><tsResponse><job id="&a;"/></tsResponse>',
      },
      'tableau_failed',
    ],
    ['too much', { status: 202, text: `{"x":"${'x'.repeat(3_000_000)}"}` }, 'tableau_failed'],
  ])('takes %s for what it is', async (_, reply, code) => {
    double.on(REFRESH, reply);
    await expect(refresh()).rejects.toMatchObject({ code });
  });

  it('gives up a request that hangs', async () => {
    double.on(REFRESH, { hangs: true });
    const hasty = siteOf(double.url, { time, requestMs: 50 });
    await expect(hasty.refresh({ kind: 'datasource', luid: LUID }, signal)).rejects.toMatchObject({
      code: 'timed_out',
    });
  });

  it('can be called off while the site hangs', async () => {
    double.on(REFRESH, { hangs: true });
    const stop = new AbortController();
    const asked = site.refresh({ kind: 'datasource', luid: LUID }, stop.signal);
    await expect.poll(() => double.asked(REFRESH).length).toBe(1);
    stop.abort();
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('a job', () => {
  it.each([
    [0, 'succeeded'],
    [1, 'failed'],
    [2, 'cancelled'],
    [3, 'succeeded'],
    [77, 'failed'],
  ])('with finish code %d has %s', async (finishCode, outcome) => {
    double.on(JOB, { json: finishedJob('j', finishCode, 'notes of the site') });
    expect(await site.job('j', signal)).toEqual({
      outcome,
      hasStarted: true,
      progress: 100,
      notes: 'notes of the site',
    });
  });

  it('that is not over has no outcome, whatever finish code it shows', async () => {
    double.on(JOB, {
      text: '<tsResponse><job id="j" progress="40" createdAt="2025-03-02T08:00:00Z" startedAt="2025-03-02T08:00:09Z" finishCode="-1"/></tsResponse>',
    });
    expect(await site.job('j', signal)).toEqual({
      outcome: null,
      hasStarted: true,
      progress: 40,
      notes: null,
    });
  });

  it('that the site does not know is not found', async () => {
    double.on(JOB, { status: 404, json: siteError('404009') });
    await expect(site.job('j', signal)).rejects.toMatchObject({ code: 'not_found' });
  });
});
