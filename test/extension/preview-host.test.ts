import { describe, expect, it } from 'vitest';
import { EMPTY_HOST_STATE } from '../../extension/host/empty-state.ts';
import { parsePanelMessage, parseStageMessage } from '../../extension/host/preview-protocol.ts';
import { createStandaloneHost } from '../../extension/host/standalone-host.ts';

describe('messages of a panel', () => {
  it.each([
    [{ wonder: 'hello' }],
    [{ wonder: 'clear-filters' }],
    [{ wonder: 'select-fan', wonderId: 'W1' }],
    [{ wonder: 'select-fan', wonderId: null }],
    [{ wonder: 'apply-filter', field: 'sport', value: 'Golf' }],
    [{ wonder: 'filter-fans', wonderIds: ['W1', 'W2'] }],
    [{ wonder: 'filter-fans', wonderIds: null }],
    [{ wonder: 'set-parameter', name: 'Season', value: '2025' }],
  ])('understands %j', (message) => expect(parsePanelMessage(message)).toEqual(message));

  it.each([
    [null],
    ['hello'],
    [{}],
    [{ wonder: 'reload' }],
    [{ wonder: 'apply-filter', field: 'email' }],
  ])('ignores %j', (message) => expect(parsePanelMessage(message)).toBeNull());
});

describe('messages of the preview', () => {
  it('takes only what it knows from a state', () => {
    const message = parseStageMessage({
      wonder: 'state',
      state: {
        filters: { sport: 'Golf', email: 'x', tier: 7 },
        selection: ['W1', 2],
        fanList: ['W1', 2, 'W3'],
        theme: 'neon',
        viewer: { role: 'lead', departments: ['alumni'] },
        parameters: { Season: '2025', Threshold: 50 },
        figures: { fans: 312, wonder_score: Number.NaN, email: 1 },
        unfollowed: [{ field: 'sport', label: 'Sport', because: 'values' }, { label: 'Region' }],
        settings: { orb: true, fields: { sport: { worksheet: 'Fans' } } },
        abilities: { filterFans: false },
      },
    });
    expect(message?.state).toEqual({
      ...EMPTY_HOST_STATE,
      filters: { sport: 'Golf' },
      selection: ['W1'],
      fanList: ['W1', 'W3'],
      viewer: { role: 'lead', departments: ['alumni'] },
      parameters: { Season: '2025' },
      figures: { fans: 312 },
      unfollowed: [{ field: 'sport', label: 'Sport', because: 'values' }],
      settings: { ...EMPTY_HOST_STATE.settings, orb: true },
    });
  });

  it.each([[undefined], [{ wonder: 'state' }], [{ state: {} }]])('ignores %j', (message) =>
    expect(parseStageMessage(message)).toBeNull(),
  );
});

describe('a panel by itself', () => {
  it('does what it is asked, and says so', () => {
    const host = createStandaloneHost(EMPTY_HOST_STATE);
    let changes = 0;
    const stop = host.observe(() => {
      changes += 1;
    });
    host.applyFilter('sport', 'Golf');
    host.applyFilter('tier', 'Elite');
    host.applyFilter('sport', null);
    expect(host.state().filters).toEqual({ tier: 'Elite' });
    host.selectFan('W1');
    host.clearFilters();
    expect(host.state()).toMatchObject({ filters: {}, selection: ['W1'] });
    expect(changes).toBe(5);
    stop();
    host.selectFan(null);
    expect(changes).toBe(5);
  });

  it('has a list of fans as a filter that it cannot say', () => {
    const host = createStandaloneHost(EMPTY_HOST_STATE);
    host.filterFans(['W1', 'W2']);
    expect(host.state()).toMatchObject({
      unfollowed: [{ field: 'wonder_id', because: 'values' }],
      fanList: ['W1', 'W2'],
    });
    host.filterFans(null);
    expect(host.state()).toMatchObject({ unfollowed: [], fanList: null });
    host.filterFans(['W1', 'W2']);
    host.filterFans(['W1']);
    expect(host.state()).toMatchObject({ unfollowed: [], fanList: null, selection: ['W1'] });
    host.filterFans(['W1', 'W2']);
    host.clearFilters();
    expect(host.state()).toMatchObject({ unfollowed: [], fanList: null });
  });

  it('has parameters, and no workbook', async () => {
    const host = createStandaloneHost(EMPTY_HOST_STATE);
    host.setParameter('Season', '2025');
    expect(host.state().parameters).toEqual({ Season: '2025' });
    await expect(host.readSheets()).resolves.toEqual([]);
    await expect(host.saveSettings(EMPTY_HOST_STATE.settings)).rejects.toMatchObject({
      code: 'unavailable',
    });
  });
});
