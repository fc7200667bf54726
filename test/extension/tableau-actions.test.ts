import { describe, expect, it } from 'vitest';
import type { HostTrouble } from '../../extension/host/dashboard-host.ts';
import type { FieldMapping } from '../../extension/host/panel-settings.ts';
import { createActions } from '../../extension/host/tableau-host/actions.ts';
import { createPatience } from '../../extension/host/tableau-host/patience.ts';
import { settle } from '../support/fake-api.ts';

const FIELDS: FieldMapping = {
  wonder_id: { worksheet: 'Fans', field: 'Wonder Id' },
  tier: { worksheet: 'Fans', field: 'Score Tier' },
  affiliation: { parameter: 'Affiliation' },
};
const SHEETS = [
  { name: 'Fans', columns: ['Wonder Id', 'Score Tier'] },
  { name: 'Games', columns: ['ATTR(Wonder Id)'] },
  { name: 'Map', columns: ['Region'] },
].map(({ name, columns }) => ({
  name,
  columns: columns.map((column) => ({ name: column, type: 'text' as const })),
}));

/** A dashboard as far as the actions reach; `refusing` names a worksheet that refuses everything. */
function setUp({ refusing = '', marked = 1, fields = FIELDS } = {}) {
  const calls: string[] = [];
  const done: (HostTrouble['doing'] | null)[] = [];
  const call = (sheet: string, words: string, answer: unknown = undefined) => {
    calls.push(`${sheet}: ${words}`);
    return sheet === refusing ? Promise.reject(new Error('refused')) : Promise.resolve(answer);
  };
  const worksheets = SHEETS.map(({ name }) => ({
    name,
    applyFilterAsync: (field: string, values: readonly string[], how: string) =>
      call(name, `${how} ${field} = ${values.join(', ')}`),
    clearFilterAsync: (field: string) => call(name, `clear ${field}`),
    clearSelectedMarksAsync: () => call(name, 'unselect'),
    selectMarksByValueAsync: (criteria: unknown) =>
      call(name, `select ${JSON.stringify(criteria)}`),
    getSelectedMarksAsync: () =>
      Promise.resolve({ data: [{ data: Array.from({ length: marked }) }] }),
  }));
  const parameter = {
    name: 'Affiliation',
    allowableValues: { allowableValues: [{ value: '(All)' }, { value: 'Alumni' }] },
    changeValueAsync: (value: string) => call('Affiliation', value),
  };
  const actions = createActions({
    api: Object.assign(Object.create(null), {
      FilterUpdateType: { Replace: 'replace' },
      SelectionUpdateType: { Replace: 'select-replace' },
    }),
    dashboard: Object.assign(Object.create(null), { worksheets }),
    patience: createPatience(Object.assign(Object.create(null), { setTimeout, clearTimeout })),
    sheets: async () => SHEETS,
    fields: () => fields,
    parameters: () => [Object.assign(Object.create(null), parameter)],
    done: (trouble) => done.push(trouble),
  });
  return { actions, calls, done };
}

describe('filterFans', () => {
  it('filters the worksheet that was named and every other that has the field', async () => {
    const { actions, calls, done } = setUp();
    actions.filterFans(['W1', 'W2']);
    await settle();
    expect(calls).toEqual([
      'Fans: replace Wonder Id = W1, W2',
      'Games: replace ATTR(Wonder Id) = W1, W2',
    ]);
    expect(done).toEqual([null]);
  });

  it('lifts that filter again', async () => {
    const { actions, calls } = setUp();
    actions.filterFans(null);
    await settle();
    expect(calls).toEqual(['Fans: clear Wonder Id', 'Games: clear ATTR(Wonder Id)']);
  });

  it('is trouble where the worksheet that was named refuses, and none where another does', async () => {
    const named = setUp({ refusing: 'Fans' });
    named.actions.filterFans(['W1']);
    const other = setUp({ refusing: 'Games' });
    other.actions.filterFans(['W1']);
    await settle();
    expect(named.done).toEqual(['filtering']);
    expect(other.done).toEqual([null]);
  });
});

describe('other wishes of a panel', () => {
  it('change the parameter that stands for a field, back to what it calls everything', async () => {
    const { actions, calls } = setUp();
    actions.applyFilter('affiliation', 'Alumni');
    actions.applyFilter('affiliation', null);
    await settle();
    expect(calls).toEqual(['Affiliation: Alumni', 'Affiliation: (All)']);
  });

  it('are nothing where no field was named', async () => {
    const { actions, calls, done } = setUp();
    actions.applyFilter('sport', 'Golf');
    await settle();
    expect(calls).toEqual([]);
    expect(done).toEqual([null]);
  });

  it('lift all filters at once', async () => {
    const { actions, calls } = setUp();
    actions.clearFilters();
    await settle();
    expect([...calls].sort()).toEqual([
      'Affiliation: (All)',
      'Fans: clear Score Tier',
      'Fans: clear Wonder Id',
      'Games: clear ATTR(Wonder Id)',
    ]);
  });

  it('select a fan, and say where the dashboard has no mark of that fan', async () => {
    const { actions, calls, done } = setUp();
    actions.selectFan('W1');
    await settle();
    expect(calls).toEqual(['Fans: select [{"fieldName":"Wonder Id","value":["W1"]}]']);
    expect(done).toEqual([null]);
    const none = setUp({ marked: 0 });
    none.actions.selectFan('W9');
    await settle();
    expect(none.done).toEqual(['selecting']);
  });

  it('fail without a parameter of that name', async () => {
    const { actions, done } = setUp();
    actions.setParameter('Season', '2025');
    await settle();
    expect(done).toEqual(['parameter']);
  });
});
