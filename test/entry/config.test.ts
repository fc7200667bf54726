import { describe, expect, it } from 'vitest';
import { isWonderError } from '../../server/domain/errors.ts';
import { parseConfig } from '../../server/entry/config.ts';

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    parseConfig(environment);
  } catch (error) {
    if (isWonderError(error)) return error.problems.map((problem) => problem.field);
    throw error;
  }
  return [];
}

describe('settings', () => {
  it('have defaults that suit a newcomer', () => {
    const config = parseConfig({});
    expect(config).toMatchObject({
      port: 8787,
      host: '127.0.0.1',
      timeZone: 'America/Chicago',
      minimumGroup: 10,
      demoRole: 'executive',
      auth: 'demo',
      logLevel: 'info',
    });
    expect(config.duckdbPath).toMatch(/data\/wonder\.duckdb$/);
  });

  it('treat an empty value as not set', () => {
    expect(parseConfig({ PORT: '', HOST: ' ' })).toMatchObject({ port: 8787, host: '127.0.0.1' });
  });

  it('name all wrong ones at once', () => {
    const wrong = {
      PORT: '99999',
      K_MIN: 'ten',
      LOG_LEVEL: 'loud',
      TIMEZONE: 'Mars/Olympus',
      PUBLIC_URL: 'ftp://x',
      DUCKDB_MEMORY_LIMIT: 'lots',
      DEMO_ROLE: 'Admin',
      DEMO_DEPARTMENTS: 'athletics,constructor',
      WAREHOUSE: 'oracle',
      RETENTION_DAYS: '0',
      MODEL_RETRAIN_DAYS: '-1',
      MODEL_SAMPLE_ROWS: '199',
    };
    expect([...problemsOf(wrong)].sort()).toEqual(Object.keys(wrong).sort());
  });

  it('train weekly on a hundred thousand rows at most', () => {
    expect(parseConfig({}).learning).toMatchObject({ retrainDays: 7, sampleRows: 100_000 });
    expect(parseConfig({ MODEL_RETRAIN_DAYS: '0' }).learning.retrainDays).toBe(0);
  });

  it('set up a writing model by its key alone', () => {
    expect(parseConfig({}).writingModel).toBeUndefined();
    expect(parseConfig({ OPENAI_API_KEY: 'key' }).writingModel).toMatchObject({ dailyBudget: 50 });
    const wrong = { OPENAI_API_KEY: 'key', OPENAI_BASE_URL: 'http://far.example/v1' };
    expect(problemsOf({ ...wrong, OPENAI_DAILY_BUDGET: '-1' })).toEqual([
      'OPENAI_BASE_URL',
      'OPENAI_DAILY_BUDGET',
    ]);
  });

  it('never repeat a value', () => {
    expect(() => parseConfig({ PUBLIC_URL: 'ftp://user:hunter2@x' })).toThrowError(
      expect.not.objectContaining({ message: expect.stringContaining('hunter2') }),
    );
  });

  it('keep demo sign-in on loopback', () => {
    expect(problemsOf({ HOST: '0.0.0.0' })).toEqual(['HOST']);
    expect(problemsOf({ HOST: '192.168.1.4' })).toEqual(['HOST']);
    expect(problemsOf({ HOST: '127.0.0.1.example.org' })).toEqual(['HOST']);
    expect(problemsOf({ HOST: '::1' })).toEqual([]);
    expect(problemsOf({ HOST: 'localhost' })).toEqual([]);
  });

  it('refuse a sign-in that is not there yet, on any address', () => {
    expect(problemsOf({ AUTH: 'oidc' })).toEqual(['AUTH']);
    expect(problemsOf({ AUTH: 'none' })).toEqual(['AUTH']);
  });
});
