import { describe, expect, it } from 'vitest';
import type { ApiClient } from '../../extension/api/client.ts';
import { createDemoSession } from '../../extension/api/session.ts';
import type { HostState } from '../../extension/host/dashboard-host.ts';
import { EMPTY_HOST_STATE } from '../../extension/host/empty-state.ts';
import { createStandaloneHost } from '../../extension/host/standalone-host.ts';
import { createScoreRings } from '../../extension/models/score-rings.ts';
import { META } from '../support/answer-parts.ts';
import { createFakeApi, failing, settle } from '../support/fake-api.ts';
import { createManualTimers } from '../support/manual-timers.ts';
import { scoreRecord } from '../support/panel-answers.ts';

async function setUp(initial: Partial<HostState> = {}, changes: Partial<ApiClient> = {}) {
  const host = createStandaloneHost({ ...EMPTY_HOST_STATE, ...initial });
  const timers = createManualTimers();
  const { client, calls } = createFakeApi(changes);
  const session = createDemoSession(() => null);
  const model = createScoreRings({ host, api: client, session, timers });
  await settle();
  const pass = async (ms: number): Promise<void> => {
    timers.pass(ms);
    await settle();
  };
  return { model, host, calls, pass };
}

const shown = { kind: 'ready', data: { kind: 'rings' } };

describe('who the rings are about', () => {
  it('is everybody while nobody is selected', async () => {
    const { model, calls } = await setUp({ filters: { sport: 'Golf' } });
    expect(calls).toEqual(['cohort {"sport":"Golf"}']);
    expect(model.state.value).toMatchObject({ ...shown, data: { subject: { mode: 'cohort' } } });
  });

  it('is the one fan who is selected', async () => {
    const { model, calls } = await setUp({ selection: ['W1'] });
    expect(calls).toEqual(['score "W1"', 'history "W1"', 'fan "W1"']);
    expect(model.state.value).toMatchObject({
      data: { name: 'Jordan Avery', subject: { mode: 'fan', wonderId: 'W1' } },
    });
  });

  it('is everybody again when several are', async () => {
    const { model } = await setUp({ selection: ['W1', 'W2'] });
    expect(model.state.value).toMatchObject({ data: { subject: { mode: 'cohort' } } });
  });
});

describe('what the dashboard says', () => {
  it('makes one request of a burst of events', async () => {
    const { host, calls, pass } = await setUp();
    for (const sport of ['Golf', 'Tennis', 'Football']) host.applyFilter('sport', sport);
    host.applyFilter('tier', 'Elite');
    await pass(1000);
    expect(calls.slice(1)).toEqual(['cohort {"sport":"Football","tier":"Elite"}']);
  });

  it('makes none of a burst that ends where it began', async () => {
    const { host, calls, pass } = await setUp();
    host.applyFilter('sport', 'Golf');
    host.applyFilter('sport', null);
    await pass(1000);
    expect(calls).toHaveLength(1);
  });

  it('makes none of a change of theme', async () => {
    const { host, calls, pass } = await setUp();
    host.change({ theme: 'dark' });
    await pass(1000);
    expect(calls).toHaveLength(1);
  });

  it('asks again when somebody else is looking', async () => {
    const { host, calls, pass } = await setUp();
    host.change({ viewer: { role: 'lead', departments: ['alumni'] } });
    await pass(1000);
    expect(calls).toHaveLength(2);
  });
});

describe('a fan', () => {
  it('is shown although the past and the name do not come', async () => {
    const { model } = await setUp(
      { selection: ['W1'] },
      { history: failing('too_slow'), fan: failing('failed') },
    );
    expect(model.state.value).toMatchObject({ ...shown, data: { name: null, trend: [] } });
  });

  it('is not shown without the score', async () => {
    const { model } = await setUp({ selection: ['W1'] }, { score: failing('not_found') });
    expect(model.state.value).toMatchObject({ kind: 'failed', trouble: { kind: 'not_found' } });
  });

  it('can be given up', async () => {
    const { model, host, pass } = await setUp({ selection: ['W1'] });
    model.showCohort();
    await pass(1000);
    expect(host.state().selection).toEqual([]);
    expect(model.state.value).toMatchObject({ data: { subject: { mode: 'cohort' } } });
  });
});

describe('the receipt', () => {
  it('is asked for when it is first opened, and once per score run', async () => {
    const { model, calls } = await setUp({ selection: ['W1'] });
    model.open('engagement');
    await settle();
    model.open('value');
    model.open(null);
    model.open('loyalty');
    await settle();
    expect(calls.filter((call) => call.startsWith('receipt'))).toEqual(['receipt "W1"']);
    expect(model.receipt.value).toMatchObject({ kind: 'ready' });
  });

  it('follows the score to its next run', async () => {
    let runs = 0;
    const { model, calls, pass } = await setUp(
      { selection: ['W1'] },
      {
        score: () => {
          runs += 1;
          return Promise.resolve(scoreRecord({ meta: { ...META, run_id: `run-${runs}` } }));
        },
      },
    );
    model.open('engagement');
    await pass(5 * 60_000);
    expect(calls.filter((call) => call.startsWith('receipt'))).toHaveLength(2);
    expect(model.opened.value).toBe('engagement');
  });

  it('is asked for by the table, which shows weights and points', async () => {
    const { model, calls } = await setUp({ selection: ['W1'] });
    model.asTable.value = true;
    await settle();
    expect(calls).toContain('receipt "W1"');
  });

  it('is of everybody when the rings are, and closes where everybody has none', async () => {
    const { model, host, calls, pass } = await setUp({ selection: ['W1'] });
    model.open('engagement');
    host.selectFan(null);
    await pass(1000);
    expect(model.opened.value).toBe('engagement');
    expect(calls).toContain('cohortReceipt {}');
    model.open('churn');
    host.selectFan('W1');
    await pass(1000);
    expect(model.opened.value).toBeNull();
  });
});

describe('time', () => {
  it('brings newer scores without being asked', async () => {
    const { calls, pass } = await setUp();
    await pass(5 * 60_000);
    expect(calls).toHaveLength(2);
  });

  it('brings nothing once the panel is gone', async () => {
    const { model, host, calls, pass } = await setUp();
    host.applyFilter('sport', 'Golf');
    model.stop();
    host.applyFilter('sport', 'Tennis');
    await pass(60 * 60_000);
    expect(calls).toHaveLength(1);
  });
});
