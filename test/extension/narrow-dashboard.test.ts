import { describe, expect, it } from 'vitest';
import { EMPTY_HOST_STATE } from '../../extension/host/empty-state.ts';
import { createStandaloneHost } from '../../extension/host/standalone-host.ts';
import { createFanChoice } from '../../extension/models/fan-choice.ts';
import { narrowDashboard } from '../../extension/models/narrow-dashboard.ts';
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
