import { describe, expect, it } from 'vitest';
import { EMPTY_HOST_STATE } from '../../extension/host/dashboard-host.ts';
import { parsePanelMessage, parseStageMessage } from '../../extension/host/preview-protocol.ts';
import { createStandaloneHost } from '../../extension/host/standalone-host.ts';

describe('messages of a panel', () => {
  it.each([
    [{ wonder: 'hello' }],
    [{ wonder: 'clear-filters' }],
    [{ wonder: 'select-fan', wonderId: 'W1' }],
    [{ wonder: 'select-fan', wonderId: null }],
    [{ wonder: 'apply-filter', field: 'sport', value: 'Golf' }],
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
        theme: 'neon',
        viewer: { role: 'lead', departments: ['alumni'] },
      },
    });
    expect(message?.state).toEqual({
      ...EMPTY_HOST_STATE,
      filters: { sport: 'Golf' },
      selection: ['W1'],
      viewer: { role: 'lead', departments: ['alumni'] },
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
});
