import { describe, expect, it } from 'vitest';
import { isWonderError } from '../../server/domain/errors.ts';
import { parseConfig } from '../../server/entry/config.ts';

function refusedOf(environment: Record<string, string>) {
  try {
    parseConfig(environment);
  } catch (error) {
    if (isWonderError(error)) return { fields: error.problems.map(({ field }) => field), error };
    throw error;
  }
  return { fields: [], error: undefined };
}

const TABLEAU = {
  TABLEAU_URL: 'https://tableau.example.edu',
  TABLEAU_PAT_NAME: 'nightly',
  TABLEAU_PAT_SECRET: 'an-invented-secret-of-a-test',
  TABLEAU_EXTRACTS: 'workbook:Alumni/Giving',
};

describe('settings of runs', () => {
  it('are a night run and two retries where nobody says otherwise', () => {
    expect(parseConfig({}).runs).toEqual({
      schedule: '0 2 * * *',
      stageRetries: 2,
      stageRetryMs: 300_000,
      alertWebhookUrl: undefined,
    });
    expect(parseConfig({ SCHEDULE: 'off' }).runs.schedule).toBeUndefined();
  });

  it.each(['tonight', '* * *', '0 25 * * *', '0 0 2 * * *', '0 0 31 2 *'])('refuse %j', (text) => {
    expect(refusedOf({ SCHEDULE: text }).fields).toEqual(['SCHEDULE']);
  });

  it('take a webhook on https, or on this machine', () => {
    expect(refusedOf({ ALERT_WEBHOOK_URL: 'http://example.edu/x' }).fields).toEqual([
      'ALERT_WEBHOOK_URL',
    ]);
    expect(refusedOf({ ALERT_WEBHOOK_URL: 'http://127.0.0.1:9/x' }).fields).toEqual([]);
  });
});

describe('settings of Tableau', () => {
  it('are none without its address', () => {
    expect(parseConfig({}).tableau).toBeUndefined();
  });

  it('say what is refreshed and how to sign in', () => {
    expect(parseConfig({ ...TABLEAU, TABLEAU_POLL_SECONDS: '5' }).tableau).toMatchObject({
      site: '',
      credentials: { kind: 'pat', name: 'nightly' },
      extracts: [{ kind: 'workbook', name: 'Alumni/Giving' }],
      pollMs: 5000,
      deadlineMs: 8_100_000,
    });
    const app = {
      TABLEAU_URL: TABLEAU.TABLEAU_URL,
      TABLEAU_CONNECTED_APP_ID: 'client',
      TABLEAU_CONNECTED_APP_SECRET_ID: 'key',
      TABLEAU_CONNECTED_APP_SECRET: 'an-invented-secret-of-a-test',
    };
    expect(parseConfig(app).tableau?.credentials).toBeUndefined();
    expect(parseConfig({ ...app, TABLEAU_USER: 'svc' }).tableau?.credentials).toMatchObject({
      kind: 'connected-app',
      user: 'svc',
    });
  });

  it.each([
    [{ TABLEAU_URL: '' }, ['TABLEAU_URL']],
    [{ TABLEAU_EXTRACTS: 'flow:A/B' }, ['TABLEAU_EXTRACTS']],
    [{ TABLEAU_PAT_SECRET: '' }, ['TABLEAU_PAT_SECRET', 'TABLEAU_PAT_NAME']],
    [
      { TABLEAU_PAT_SECRET: 'short' },
      ['TABLEAU_PAT_SECRET', 'TABLEAU_PAT_SECRET', 'TABLEAU_PAT_NAME'],
    ],
    [{ TABLEAU_POLL_SECONDS: '0' }, ['TABLEAU_POLL_SECONDS']],
  ])('name what is wrong: %j', (changes, fields) => {
    const refused = refusedOf({ ...TABLEAU, ...changes });
    expect(refused.fields).toEqual(fields);
    expect(refused.error?.message).not.toContain('short,');
  });
});
