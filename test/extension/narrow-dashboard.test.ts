import { describe, expect, it } from 'vitest';
import type { ApiClient } from '../../extension/api/client.ts';
import { EMPTY_HOST_STATE } from '../../extension/host/empty-state.ts';
import { createStandaloneHost } from '../../extension/host/standalone-host.ts';
import { createFanChoice } from '../../extension/models/fan-choice.ts';
import { narrowDashboard } from '../../extension/models/narrow-dashboard.ts';
import { META } from '../support/answer-parts.ts';
import { createManualTimers } from '../support/manual-timers.ts';

const nobody = () => Promise.reject(new Error('nobody should ask this'));

describe('narrowDashboard', () => {
  const setUp = () => createStandaloneHost(EMPTY_HOST_STATE);

  it('uses the tier where a segment is one', async () => {
    const host = setUp();
    const query = { segment: 'elite', sort: '-wonder_score' };
    const fans = { total: 3, items: [] };
    expect(await narrowDashboard({ host, api: { fans: nobody } }, { query, fans })).toBeNull();
    expect(host.state().filters).toEqual({ tier: 'Elite' });
  });

  it('filters to every fan of the list, page after page', async () => {
    const host = setUp();
    const asked: unknown[] = [];
    const fans: ApiClient['fans'] = async (query) => {
      asked.push(query);
      const [id, next] = query.cursor === undefined ? ['W1', 'more'] : ['W2', null];
      const items = [Object.assign(Object.create(null), { wonder_id: id })];
      return { items, total: 2, next_cursor: next, meta: META };
    };
    const listed = {
      query: { segment: 'inactive', sort: 'wonder_id' },
      fans: { total: 2, items: [] },
    };
    expect(await narrowDashboard({ host, api: { fans } }, listed)).toBeNull();
    expect(host.state().fanList).toEqual(['W1', 'W2']);
    const { query } = listed;
    expect(asked).toEqual([
      { ...query, limit: 500, cursor: undefined },
      { ...query, limit: 500, cursor: 'more' },
    ]);
  });

  it('says in words when the list does not load, or is of nobody', async () => {
    const host = setUp();
    const query = { segment: 'inactive' };
    const deps = { host, api: { fans: nobody } };
    const some = await narrowDashboard(deps, { query, fans: { total: 2, items: [] } });
    expect(some).toContain('did not load');
    const none = await narrowDashboard(deps, { query, fans: { total: 0, items: [] } });
    expect(none).toContain('Nobody is listed');
    expect(host.state().fanList).toBeNull();
  });

  it('says in words when there are too many for a filter', async () => {
    const host = setUp();
    const listed = { query: { segment: 'inactive' }, fans: { total: 5001, items: [] } };
    expect(await narrowDashboard({ host, api: { fans: nobody } }, listed)).toContain('too many');
  });

  it('says in words when the dashboard has no field for it', async () => {
    const host = setUp();
    host.change({ abilities: { filter: [], filterFans: false, selectFan: false } });
    const listed = { query: { segment: 'elite' }, fans: { total: 1, items: [] } };
    expect(await narrowDashboard({ host, api: { fans: nobody } }, listed)).toContain('no field');
  });
});

describe('the choice of fans', () => {
  it('follows the search once typing pauses, and sorts both ways', () => {
    const timers = createManualTimers();
    const choice = createFanChoice(timers);
    choice.setSearch('WD1');
    expect(choice.parameters.value).toEqual({ sort: '-wonder_score' });
    timers.pass(1000);
    choice.narrowBy({ sport: 'Golf', min_score: 40 });
    expect(choice.parameters.value).toEqual({
      q: 'WD1',
      sport: 'Golf',
      min_score: 40,
      sort: '-wonder_score',
    });
    expect(choice.narrowed.value).toBe(2);
    choice.sortBy('wonder_score');
    expect(choice.sort.value).toBe('wonder_score');
    choice.sortBy('wonder_id');
    expect(choice.sort.value).toBe('wonder_id');
    choice.clear();
    expect(choice.parameters.value).toEqual({ sort: 'wonder_id' });
  });
});
