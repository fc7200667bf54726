import { expect, it } from 'vitest';
import { address } from '../../extension/api/address.ts';

it('fills a path and puts the rest into the query', () => {
  expect(address('/api/v1/scores/{wonder_id}/history', { wonder_id: 'W 1/2', days: 60 })).toBe(
    '/api/v1/scores/W%201%2F2/history?days=60',
  );
});

it('leaves out what is not set', () => {
  expect(address('/api/v1/cohort', { sport: 'Track & Field', tier: undefined })).toBe(
    '/api/v1/cohort?sport=Track+%26+Field',
  );
});

it('takes a value for what it is, not for a pattern', () => {
  expect(address('/api/v1/fans/{wonder_id}', { wonder_id: '$&' })).toBe('/api/v1/fans/%24%26');
});
