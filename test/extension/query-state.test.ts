import { expect, it } from 'vitest';
import { EMPTY_HOST_STATE } from '../../extension/host/empty-state.ts';
import { hostStateFromQuery, queryFromHostState } from '../../extension/host/query-state.ts';

it('reads what an address says', () => {
  const state = hostStateFromQuery(
    '?wonder_id=W1&theme=dark&sport=Track%20%26%20Field&role=lead&department=alumni',
  );
  expect(state).toEqual({
    ...EMPTY_HOST_STATE,
    selection: ['W1'],
    theme: 'dark',
    filters: { sport: 'Track & Field' },
    viewer: { role: 'lead', departments: ['alumni'] },
  });
});

it('takes nonsense for nothing', () => {
  expect(hostStateFromQuery('?theme=neon&wonder_id=&unknown=1')).toEqual(EMPTY_HOST_STATE);
});

it('writes what it reads', () => {
  const state = hostStateFromQuery('?wonder_id=W1&sport=Golf&tier=Elite&theme=light&role=admin');
  expect(hostStateFromQuery(`?${queryFromHostState(state)}`)).toEqual(state);
  expect(queryFromHostState(EMPTY_HOST_STATE)).toBe('');
});
