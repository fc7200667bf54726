import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../../server/adapters/system/clock.ts';
import { createPinoLogger } from '../../server/adapters/system/pino-logger.ts';
import { createRandomIds } from '../../server/adapters/system/random-ids.ts';
import { type ExportName, exportScores } from '../../server/usecases/export-scores.ts';
import { runScoring } from '../../server/usecases/run-scoring.ts';
import { openLandingWarehouse } from '../support/landing-warehouse.ts';

type Opened = Awaited<ReturnType<typeof openLandingWarehouse>>;

let opened: Opened;

beforeAll(async () => {
  opened = await openLandingWarehouse();
  await opened.warehouse.execute({
    sql: `insert into landing.dim_fan (fan_sk, wonder_id, primary_sport, primary_affiliation, is_active) values
      (1, 'W2', 'a, "b"', '=cmd()', true), (2, 'W1', null, E'two\\nlines', true), (3, 'w0', '', '-', true)`,
  });
  await runScoring(
    {
      ...opened,
      clock: systemClock,
      ids: createRandomIds(),
      logger: createPinoLogger({ level: 'silent' }),
      instance: 'test',
    },
    { scoreDate: '2025-03-01', trigger: 'cli' },
  );
});
afterAll(() => opened.warehouse.close());

async function text(what: ExportName): Promise<string> {
  let all = '';
  for await (const piece of await exportScores(
    { ...opened, ids: createRandomIds() },
    { what, scoreDate: '2025-03-01' },
  ))
    all += piece.text;
  return all;
}

it('quotes what needs it, leaves nulls empty and text as it is', async () => {
  const daily = await text('daily');
  const header = daily.slice(0, daily.indexOf('\n')).split(',');
  expect(header.slice(0, 6)).toEqual([
    'fan_sk',
    'wonder_id',
    'score_date',
    'wonder_score',
    'wonder_score_tier',
    'percentile_rank',
  ]);
  expect(header.slice(-3)).toEqual(['loyalty_tier', 'primary_sport', 'primary_affiliation']);
  const [first = '', second = '', third = ''] = daily
    .slice(daily.indexOf('\n') + 1)
    .split(/\n(?=\d,)/);
  expect(first).toMatch(/^2,W1,2025-03-01,.*,,,"two\nlines"$/s);
  expect(second).toMatch(/^1,W2,.*,0\.00,false,false,false,false,false,,"a, ""b""",=cmd\(\)$/);
  expect(third).toMatch(/^3,w0,/);
});

it('a number that is missing is empty, one that is 0 is 0.00', async () => {
  const [, row = ''] = (await text('extended')).split('\n');
  expect(row).toBe('2,W1,2025-03-01,,,,40.00,40.00,medium,0.00,0');
});

it('lists segments in their order, places from 1', async () => {
  const lines = (await text('segments')).trimEnd().split('\n');
  expect(lines[0]).toBe('segment,wonder_id,position');
  expect(lines.filter((line) => line.startsWith('inactive,'))).toEqual([
    'inactive,W1,1',
    'inactive,W2,2',
    'inactive,w0,3',
  ]);
});
