import { expect, it } from 'vitest';
import { vizTrouble } from '../../extension/models/viz-trouble.ts';
import { placeFromQuery, queryFromPlace } from '../../extension/portal/address.ts';

it.each([
  ['auth-failed', '{"errorCode":"16","result":"login failed"}', /clock/, 'auth-failed 16'],
  ['unknown-auth-error', '{"code": 10084}', /token/, 'unknown-auth-error 10084'],
  [
    'auth-failed',
    '{"statusCode":401,"errorMessage":"{\\"errorCode\\":\\"16\\"}"}',
    /clock/,
    'auth-failed 16',
  ],
  ['auth-failed', 'error 127', /SECRET_ID/, 'auth-failed 127'],
  ['invalid-url', undefined, /moved or renamed/, 'invalid-url'],
  [undefined, undefined, /Try again/, 'unknown'],
  ['internal-error', '<b>x</b>', /Try again/, 'internal-error'],
])('%s %s is said in plain words', (...[code, message, words, said]) => {
  const trouble = vizTrouble(code, message);
  expect(trouble.text).toMatch(words);
  expect(trouble.code).toBe(said);
});

it('a place has an address, and back', () => {
  const place = { department: 'athletics', name: 'FanScores/Overview' };
  expect(placeFromQuery(`?${queryFromPlace(place)}`)).toEqual(place);
  expect(placeFromQuery('?department=')).toBeNull();
});
