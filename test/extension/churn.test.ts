import { describe, expect, it } from 'vitest';
import type { ChurnClient } from '../../extension/api/churn-client.ts';
import { createDemoSession } from '../../extension/api/session.ts';
import { EMPTY_HOST_STATE } from '../../extension/host/empty-state.ts';
import { createStandaloneHost } from '../../extension/host/standalone-host.ts';
import { createChurn } from '../../extension/models/churn.ts';
import { churnFans, churnSummary } from '../support/churn-answers.ts';
import { failing, settle } from '../support/fake-api.ts';
import { createManualTimers } from '../support/manual-timers.ts';

const AT_RISK = { from: 70, to: 100 };

async function setUp(changes: Partial<ChurnClient> = {}) {
  const host = createStandaloneHost(EMPTY_HOST_STATE);
  const timers = createManualTimers();
  const calls: string[] = [];
  const answers: ChurnClient = {
    churnSummary: () => Promise.resolve(churnSummary()),
    churnFan: () => Promise.reject(new Error('nobody should ask this')),
    churnFans: () => Promise.resolve(churnFans()),
    ...changes,
  };
  const api: ChurnClient = {
    ...answers,
    churnSummary: (query, signal) => {
      calls.push(`summary ${JSON.stringify(query)}`);
      return answers.churnSummary(query, signal);
    },
    churnFans: (query, signal) => {
      const { sport = 'every sport', min_risk, max_risk, contactable } = query;
      const reachable = contactable === undefined ? '' : ', to be contacted';
      calls.push(`fans of ${sport} from ${min_risk} to ${max_risk}${reachable}`);
      return answers.churnFans(query, signal);
    },
  };
  const session = createDemoSession(() => null);
  const model = createChurn({ host, api, session, timers, atRisk: AT_RISK });
  await settle();
  const filter = async (sport: string): Promise<void> => {
    host.applyFilter('sport', sport);
    timers.pass(1000);
    await settle();
  };
  const select = async (wonderId: string): Promise<void> => {
    host.selectFan(wonderId);
    timers.pass(1000);
    await settle();
  };
  return { model, calls, filter, select, host };
}

describe('the churn figures', () => {
  it('are of those whom the dashboard leaves, as their list is', async () => {
    const { model, calls, filter } = await setUp();
    expect(calls).toEqual(['summary {}', 'fans of every sport from 70 to 100']);
    await filter('Golf');
    expect(calls.slice(2)).toEqual(['summary {"sport":"Golf"}', 'fans of Golf from 70 to 100']);
    expect(model.summary.value).toMatchObject({ data: { filters: { sport: 'Golf' } } });
  });

  it('say whom they are of while others are on their way, and so does the list', async () => {
    let answer = (): void => {};
    const { model, calls, filter } = await setUp({
      churnSummary: ({ sport }) =>
        sport === undefined
          ? Promise.resolve(churnSummary())
          : new Promise((resolve) => {
              answer = () => resolve(churnSummary({ fans: 900 }));
            }),
    });
    await filter('Golf');
    expect(model.summary.value).toMatchObject({ busy: true, data: { filters: {}, fans: 5000 } });
    expect(calls.filter((call) => call.startsWith('fans'))).toHaveLength(1);
    answer();
    await settle();
    expect(model.summary.value).toMatchObject({ data: { filters: { sport: 'Golf' }, fans: 900 } });
    expect(calls.at(-1)).toBe('fans of Golf from 70 to 100');
  });

  it('are not shown for others when they cannot be had', async () => {
    const fail = failing('unreachable');
    const { model, filter } = await setUp({
      churnSummary: ({ sport }) => (sport === undefined ? Promise.resolve(churnSummary()) : fail()),
    });
    await filter('Golf');
    expect(model.summary.value).toMatchObject({
      kind: 'failed',
      trouble: { kind: 'unreachable' },
    });
  });
});

describe('the list', () => {
  it('is of a range of risk that ends below its end, but for the last', async () => {
    const { model, calls } = await setUp();
    model.range.value = { from: 40, to: 70 };
    await settle();
    expect(calls.at(-1)).toBe('fans of every sport from 40 to 69.99');
  });

  it('can be of those who may be contacted, and so is its file', async () => {
    const { model, calls } = await setUp();
    model.contactable.value = true;
    await settle();
    expect(calls.at(-1)).toBe('fans of every sport from 70 to 100, to be contacted');
    await model.allFans();
    expect(calls.at(-1)).toBe('fans of every sport from 70 to 100, to be contacted');
  });

  it('opens the card of a fan, and turns the dashboard to them', async () => {
    const { model, host, select } = await setUp();
    model.openFan('W1');
    expect(model.opened.value).toMatchObject({ wonder_id: 'W1', contactable: true });
    expect(host.state().selection).toEqual(['W1']);
    await select('W1');
    expect(model.opened.value?.wonder_id).toBe('W1');
    // Who selects another fan elsewhere goes on there.
    await select('W2');
    expect(model.opened.value).toBeNull();
    model.openFan('W1');
    model.openFan(null);
    expect([model.opened.value, host.state().selection]).toEqual([null, []]);
  });

  it('closes a card that is of other fans than the list', async () => {
    const { model, filter } = await setUp();
    model.openFan('W1');
    await filter('Golf');
    expect(model.opened.value).toBeNull();
  });

  it('is whole in a file, page by page', async () => {
    const [fan] = churnFans().items;
    if (fan === undefined) throw new Error('no example');
    const { model } = await setUp({
      churnFans: ({ cursor }) =>
        Promise.resolve(
          churnFans({ items: [fan], total: 2, next_cursor: cursor === undefined ? 'more' : null }),
        ),
    });
    expect(await model.allFans()).toHaveLength(2);
  });
});
