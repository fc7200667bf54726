import { describe, expect, it } from 'vitest';
import type { NarrativeClient } from '../../extension/api/narrative-client.ts';
import { createDemoSession } from '../../extension/api/session.ts';
import { EMPTY_HOST_STATE } from '../../extension/host/empty-state.ts';
import { createStandaloneHost } from '../../extension/host/standalone-host.ts';
import { createNarrative } from '../../extension/models/narrative.ts';
import type { InsightItem } from '../../server/contract/index.ts';
import { failing, settle } from '../support/fake-api.ts';
import { insightList } from '../support/insight-answers.ts';
import { createManualTimers } from '../support/manual-timers.ts';
import { narrative } from '../support/narrative-answers.ts';

async function setUp(changes: Partial<NarrativeClient> = {}, department: string | null = null) {
  const settings = { ...EMPTY_HOST_STATE.settings, department };
  const host = createStandaloneHost({ ...EMPTY_HOST_STATE, settings });
  const timers = createManualTimers();
  const calls: string[] = [];
  const answers: NarrativeClient = {
    narrative: () => Promise.resolve(narrative()),
    insights: () => Promise.resolve(insightList()),
    feedback: () => Promise.resolve(),
    ...changes,
  };
  const api: NarrativeClient = {
    narrative: (query, signal) => {
      calls.push(`narrative ${query.department} ${query.locale}`);
      return answers.narrative(query, signal);
    },
    insights: (query, signal) => {
      calls.push(`insights ${query.department} ${query.locale}`);
      return answers.insights(query, signal);
    },
    feedback: (id, feedback) => {
      calls.push(`feedback ${JSON.stringify(feedback)}`);
      return answers.feedback(id, feedback);
    },
  };
  const session = createDemoSession(() => null);
  const model = createNarrative({ host, api, session, timers, locale: 'en_US' });
  await settle();
  const filter = async (sport: string): Promise<void> => {
    host.applyFilter('sport', sport);
    timers.pass(1000);
    await settle();
  };
  return { model, host, calls, filter };
}

const [FIRST] = insightList().items;
if (FIRST === undefined) throw new Error('no example');

const about = (insights: readonly InsightItem[]) =>
  insights.map(({ insight_type }) => insight_type);

describe('the text of a department', () => {
  it('is that of the asker, who the service knows, where none is set', async () => {
    const { calls } = await setUp();
    expect(calls).toEqual(['insights null en-US', 'narrative executive en-US']);
  });

  it('is that of the department that is set, and asked for at once with its insights', async () => {
    const { calls } = await setUp({}, 'finance');
    expect(calls).toEqual(['narrative finance en-US', 'insights finance en-US']);
  });

  it('is told without insights where only they did not load', async () => {
    const { model } = await setUp({ insights: failing('unreachable') }, 'finance');
    expect(model.told.value).toMatchObject({ kind: 'ready', data: { insights: null } });
    expect([model.insights.value, model.total.value]).toEqual([[], 0]);
  });

  it('is not asked for anew by a filter, which does not narrow it, and says so', async () => {
    const { model, calls, filter } = await setUp();
    expect(model.isNarrowed.value).toBe(false);
    await filter('Football');
    expect(model.isNarrowed.value).toBe(true);
    expect(calls).toHaveLength(2);
  });
});

describe('the insights', () => {
  it('are those about the fans the dashboard shows, of all that there are', async () => {
    const { model, filter } = await setUp();
    expect(about(model.insights.value)).toContain('contribution');
    await filter('Football');
    // The contribution is one of Basketball.
    expect(about(model.insights.value)).not.toContain('contribution');
    expect([model.insights.value.length, model.total.value]).toEqual([5, 6]);
  });

  it('count those that one answer does not hold', async () => {
    const { model } = await setUp({ insights: () => Promise.resolve(insightList({ total: 60 })) });
    expect(model.total.value).toBe(60);
  });

  it('narrow the dashboard to their fans', async () => {
    const { model, host } = await setUp();
    const change = model.insights.value.find(({ insight_type }) => insight_type === 'contribution');
    if (change !== undefined) model.narrow(change);
    expect(host.state().filters).toEqual({ sport: 'Basketball' });
  });
});

describe('a verdict', () => {
  it.each(['wrong', 'known'] as const)(
    '%s puts its insight away and closes it',
    async (verdict) => {
      const { model } = await setUp();
      model.opened.value = FIRST.insight_id;
      model.give(FIRST, { verdict });
      expect(model.verdict.value?.given).toBe('giving');
      await settle();
      expect(model.verdict.value).toMatchObject({ verdict, given: 'kept' });
      expect(model.opened.value).toBeNull();
      expect(model.insights.value).not.toContain(FIRST);
      expect(model.total.value).toBe(5);
    },
  );

  it('useful leaves it where it is', async () => {
    const { model } = await setUp();
    model.give(FIRST, { verdict: 'useful' });
    await settle();
    expect(model.insights.value[0]).toEqual(FIRST);
  });

  it('that was not kept changes nothing', async () => {
    const { model } = await setUp({ feedback: failing('unreachable') });
    model.opened.value = FIRST.insight_id;
    model.give(FIRST, { verdict: 'wrong' });
    await settle();
    expect(model.verdict.value?.given).toBe('failed');
    expect(model.opened.value).toBe(FIRST.insight_id);
    expect(model.insights.value).toHaveLength(6);
  });

  it('is undone by what the service takes for it, and the list is asked for anew', async () => {
    const { model, calls } = await setUp();
    model.give(FIRST, { verdict: 'wrong', reason: 'A test' });
    await settle();
    model.undo();
    await settle();
    expect(calls.slice(2)).toEqual([
      'feedback {"verdict":"wrong","reason":"A test"}',
      'feedback {"verdict":"useful"}',
      'insights null en-US',
      'narrative executive en-US',
    ]);
    expect(model.verdict.value).toBeNull();
    expect(model.insights.value).toHaveLength(6);
  });

  it('stays as it was where undoing fails', async () => {
    let isDown = false;
    const fail = failing('unreachable');
    const { model } = await setUp({ feedback: () => (isDown ? fail() : Promise.resolve()) });
    model.give(FIRST, { verdict: 'known' });
    await settle();
    isDown = true;
    model.undo();
    await settle();
    expect(model.verdict.value).toMatchObject({ verdict: 'known', given: 'not_undone' });
    expect(model.insights.value).toHaveLength(5);
  });
});
