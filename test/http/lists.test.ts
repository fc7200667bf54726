import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  cohortSchema,
  departmentMetricsSchema,
  type FanListItem,
  fanListSchema,
  filtersSchema,
  moversSchema,
  SORT_COLUMNS,
  segmentListSchema,
} from '../../server/contract/index.ts';
import { decodeCursor, encodeCursor } from '../../server/domain/cursor.ts';
import { SEGMENTS } from '../../server/domain/segments.ts';
import { runScoring } from '../../server/usecases/run-scoring.ts';
import { openSmall } from '../support/small-service.ts';
import type { TestService } from '../support/test-service.ts';

let small: Awaited<ReturnType<typeof openSmall>>;
let service: TestService;
beforeAll(async () => {
  small = await openSmall();
  service = small.service();
}, 60_000);
afterAll(() => small.deps.warehouse.close());

async function allPages(path: string): Promise<FanListItem[]> {
  const mark = path.includes('?') ? '&' : '?';
  const found: FanListItem[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const next: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const page = fanListSchema.parse(await service.json(`${path}${mark}limit=97${next}`));
    found.push(...page.items);
    cursor = page.next_cursor;
    if (cursor === null) expect(found).toHaveLength(page.total);
  }
  return found;
}

describe('paging', () => {
  const sorts = SORT_COLUMNS.flatMap((column) => [column, `-${column}`]);
  it.each(sorts)('by %s gives every fan once, in order', async (sort) => {
    const fans = await allPages(`/api/v1/fans?sort=${sort}`);
    expect(new Set(fans.map((fan) => fan.wonder_id)).size).toBe(1821);
    const column = SORT_COLUMNS.find((each) => each === sort.replace('-', ''));
    if (column === undefined) throw new Error(sort);
    const sign = sort.startsWith('-') ? -1 : 1;
    const inOrder = fans.toSorted((a, b) => {
      const [x, y] = [a[column], b[column]];
      if (x !== y) return x < y ? -sign : sign;
      return a.wonder_id < b.wonder_id ? -1 : 1;
    });
    expect(fans.map((fan) => fan.wonder_id)).toEqual(inOrder.map((fan) => fan.wonder_id));
  });

  it.each(SEGMENTS)('of %s gives as many as its count, by score, then id', async (segment) => {
    const fans = await allPages(`/api/v1/segments/${segment}`);
    const { items } = segmentListSchema.parse(await service.json('/api/v1/segments'));
    expect(fans).toHaveLength(items.find((each) => each.segment === segment)?.fans ?? -1);
  });

  it('filters narrow, and the total with them', async () => {
    const path = '/api/v1/segments/high_value?sport=Football&affiliation=Alumni&min_score=40.5';
    const fans = await allPages(path);
    expect(fans.length).toBeGreaterThan(0);
    for (const fan of fans) {
      expect(fan).toMatchObject({ primary_sport: 'Football', primary_affiliation: 'Alumni' });
      expect(Math.min(fan.value_score - 80, fan.wonder_score - 40.5)).toBeGreaterThanOrEqual(0);
    }
  });

  it('nobody matches: an empty list, not an error', async () => {
    expect(await service.json('/api/v1/fans?sport=Bowling')).toMatchObject({
      items: [],
      total: 0,
      next_cursor: null,
    });
  });
});

describe('a cursor', () => {
  const start = async (path: string) => fanListSchema.parse(await service.json(path));

  it('stays on its run when another one is published', async () => {
    const first = await start('/api/v1/fans?limit=5');
    await runScoring(small.deps, { scoreDate: '2025-03-01', trigger: 'cli' });
    service.context.publications.invalidate();
    const next = await start(`/api/v1/fans?limit=5&cursor=${first.next_cursor}`);
    expect(next.meta.run_id).toBe(first.meta.run_id);
    expect((await start('/api/v1/fans?limit=5')).meta.run_id).not.toBe(first.meta.run_id);
  });

  it('is refused with a day that is not its own, and goes with the day that is', async () => {
    const first = await start('/api/v1/fans?limit=5');
    const { next_cursor: cursor, meta } = first;
    const same = await start(`/api/v1/fans?limit=5&cursor=${cursor}&score_date=${meta.score_date}`);
    expect(same.meta.run_id).toBe(meta.run_id);
    const other = await service.get(`/api/v1/fans?limit=5&cursor=${cursor}&score_date=2025-02-01`);
    expect(other.status).toBe(422);
    expect(await other.json()).toMatchObject({
      errors: [{ field: 'score_date', allowed: meta.score_date }],
    });
  });

  it('of another list, another order, or none of ours is refused', async () => {
    const { next_cursor: cursor } = await start('/api/v1/fans?limit=5');
    const wrong = [
      `/api/v1/fans?limit=5&sport=Football&cursor=${cursor}`,
      `/api/v1/fans?limit=5&sort=wonder_id&cursor=${cursor}`,
      `/api/v1/segments/elite?limit=5&cursor=${cursor}`,
      `/api/v1/segments/elite/movers?cursor=${cursor}`,
      '/api/v1/fans?cursor=abc',
      `/api/v1/fans?cursor=${btoa(JSON.stringify(['x', '-wonder_score', 'x', '1', 'x']))}`,
      '/api/v1/fans?cursor=%27%20or%201=1',
    ];
    for (const path of wrong) {
      const answer = await service.get(path);
      expect(answer.status, path).toBe(422);
      expect(await answer.json()).toMatchObject({ errors: [{ field: 'cursor' }] });
    }
  });
});

/** A cursor of the service with another end of the page before. */
function forged(cursor: string | null, last: readonly [string, string]): string {
  const decoded = decodeCursor(cursor ?? '');
  if (decoded === undefined) throw new Error('there is no next page');
  return encodeCursor({ ...decoded, last });
}

describe('a forged cursor', () => {
  const cursorOf = async (path: string) =>
    z.object({ next_cursor: z.string() }).parse(await service.json(path)).next_cursor;
  const refused = async (path: string, last: readonly [string, string]) => {
    const answer = await service.get(`${path}&cursor=${forged(await cursorOf(path), last)}`);
    expect(answer.status, `${path} ${last}`).toBe(422);
    expect(await answer.json()).toMatchObject({
      code: 'invalid_value',
      errors: [{ field: 'cursor' }],
    });
  };

  it('whose last value is none of the sort column is refused', async () => {
    for (const sort of SORT_COLUMNS.filter((each) => each !== 'wonder_id')) {
      for (const value of ['abc', '1e400', '', 'NaN', '1.234', '9'.repeat(17)]) {
        await refused(`/api/v1/fans?limit=5&sort=-${sort}`, [value, 'W1']);
      }
    }
    await refused('/api/v1/fans?limit=5&sort=churn_risk', ['99999', 'W1']);
    await refused('/api/v1/fans?limit=5', ['100.01', 'W1']);
    await refused('/api/v1/fans?limit=5', ['50', '']);
    await refused('/api/v1/fans?limit=5&sort=wonder_id', ['', 'W1']);
  });

  it('of movers must name a movement', async () => {
    const path = '/api/v1/segments/inactive/movers?limit=1&since=2025-02-01';
    for (const value of ['abc', '', 'enteredleft']) await refused(path, [value, 'W1']);
    const answer = await service.get(
      `${path}&cursor=${forged(await cursorOf(path), ['left', 'A'])}`,
    );
    expect(answer.status).toBe(200);
  });
});

describe('the segments', () => {
  const segments = async (query: string) =>
    segmentListSchema.parse(await service.json(`/api/v1/segments?${query}`));

  it('say who is in them, with the thresholds of the scores', async () => {
    const { items } = await segments('');
    expect(items.map(({ rule }) => rule)).toEqual([
      'Score 85+',
      'Score 70 to 85',
      'Churn risk 70+',
      'Value 80+',
      'Engagement under 30',
      'Advocacy 70+',
      'First 90 days',
    ]);
    expect(items.flatMap(({ history }) => history)).toEqual([]);
  });

  it('have a history that ends with the count, and explains the change', async () => {
    const { items, previous_score_date, meta } = await segments('days=28');
    for (const { fans, change, history } of items) {
      expect(history.at(-1)).toEqual({ score_date: meta.score_date, fans });
      const before = history.find((day) => day.score_date === previous_score_date);
      if (before !== undefined) expect(fans - before.fans).toBe(change);
    }
  });

  it('count a small group, and say no share of it', async () => {
    const [few] = (await allPages('/api/v1/fans?tier=Elite')).filter((fan) => fan.primary_sport);
    const query = `tier=Elite&sport=${few?.primary_sport}&affiliation=${few?.primary_affiliation}`;
    const { items, fans } = await segments(query);
    expect(fans).toBeGreaterThan(0);
    expect(fans).toBeLessThan(10);
    expect(items.find(({ segment }) => segment === 'elite')?.fans).toBe(fans);
    expect(new Set(items.map(({ share }) => share))).toEqual(new Set([null]));
  });

  it('are narrowed by filters: as many as the list of their fans has', async () => {
    const query = 'sport=Football&affiliation=Alumni';
    const all = await segments('');
    const { items, fans } = await segments(query);
    expect(fans).toBeLessThan(all.fans);
    for (const item of items) {
      const list = await service.json(`/api/v1/segments/${item.segment}?limit=1&${query}`);
      expect(list).toMatchObject({ total: item.fans });
      const path = `/api/v1/segments/${item.segment}/movers?limit=1&${query}`;
      const moved = moversSchema.parse(await service.json(path));
      expect([moved.now, moved.now - moved.before]).toEqual([item.fans, item.change]);
      expect(moved.before + moved.entered - moved.left).toBe(moved.now);
    }
  });
});

describe('movers', () => {
  it.each(SEGMENTS)('of %s reconcile, in pages too', async (segment) => {
    for (const since of ['', 'since=2025-02-01&']) {
      const path = `/api/v1/segments/${segment}/movers?${since}`;
      const whole = moversSchema.parse(await service.json(`${path}limit=500`));
      expect(whole.before + whole.entered - whole.left).toBe(whole.now);
      expect(whole.total).toBe(whole.entered + whole.left);
      const names = whole.items.map((item) => `${item.movement} ${item.wonder_id}`);
      const paged: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null && names.length < 500) {
        const next: string = cursor === '' ? '' : `&cursor=${cursor}`;
        const page = moversSchema.parse(await service.json(`${path}limit=40${next}`));
        paged.push(...page.items.map((item) => `${item.movement} ${item.wonder_id}`));
        cursor = page.next_cursor;
      }
      if (names.length < 500) expect(paged).toEqual(names);
    }
  });

  it('since a day that is not before is refused', async () => {
    expect((await service.get('/api/v1/segments/elite/movers?since=2025-03-01')).status).toBe(422);
  });
});

describe('a segment as a file', () => {
  it('has as many lines as it says, in order, and is named', async () => {
    const answer = await service.get('/api/v1/segments/inactive.csv');
    const lines = (await answer.text()).trimEnd().split('\r\n');
    expect(answer.headers.get('x-total-count')).toBe(String(lines.length - 1));
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="inactive-2025-03-01.csv"',
    );
    expect(lines[0]).not.toContain('name');
    const listed = await allPages('/api/v1/segments/inactive');
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(
      listed.map((fan) => fan.wonder_id),
    );
  });

  it('is safe in a spreadsheet', async () => {
    const { items } = fanListSchema.parse(
      await service.json('/api/v1/segments/elite?limit=1', { 'x-demo-role': 'lead' }),
    );
    await small.deps.warehouse.execute({
      sql: `update landing.dim_fan set gdpr_consent = true, first_name = '=HYPERLINK("http://x","y")' where wonder_id = ?`,
      binds: [items[0]?.wonder_id ?? ''],
    });
    const answer = await service.get('/api/v1/segments/elite.csv', { 'x-demo-role': 'lead' });
    expect(await answer.text()).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
  });
});

describe('small groups', () => {
  it('are never shown as averages, and no subtraction gives them back', async () => {
    const filters = filtersSchema.parse(await service.json('/api/v1/filters'));
    const everyone = cohortSchema.parse(await service.json('/api/v1/cohort'));
    const sports = ['', ...filters.sports.map(({ value }) => `sport=${value}&`)];
    const tiers = filters.tiers.map(({ value }) => value);
    for (const sport of sports) {
      const whole = cohortSchema.parse(await service.json(`/api/v1/cohort?${sport.slice(0, -1)}`));
      const parts = [];
      for (const tier of tiers) {
        parts.push(cohortSchema.parse(await service.json(`/api/v1/cohort?${sport}tier=${tier}`)));
      }
      const shown = parts.filter((part) => !part.suppressed);
      const rest = (whole.fans ?? 0) - shown.reduce((sum, part) => sum + (part.fans ?? 0), 0);
      expect(rest === 0 || rest >= everyone.minimum, `${sport}: ${rest} left`).toBe(true);
      for (const part of parts.filter((each) => each.suppressed)) {
        expect([part.fans, part.wonder_score, part.hospitality_fans]).toEqual([null, null, null]);
      }
      for (const part of shown) expect(part.fans === 0 || (part.fans ?? 0) >= 10).toBe(true);
    }
  });

  it('are counted exactly only for those who may list them', async () => {
    const count = z.object({ total: z.int() });
    const lead = { 'x-demo-role': 'lead' };
    const leads = ['alumni', 'athletics', 'marketing'].map((department) => ({
      ...lead,
      'x-demo-departments': department,
    }));
    for (const role of [...leads, {}]) {
      const { items } = segmentListSchema.parse(await service.json('/api/v1/segments', role));
      for (const { segment, fans } of items) {
        const path = `/api/v1/segments/${segment}`;
        expect(count.parse(await service.json(`${path}?limit=1`, role)).total).toBe(fans);
        const csv = await service.get(`${path}.csv`, role);
        expect(csv.headers.get('x-total-count'), segment).toBe(String(fans));
      }
    }
    const admin = { 'x-demo-role': 'admin' };
    for (const path of [
      'segments',
      'segments/elite',
      'segments/elite.csv',
      'segments/elite/movers',
      'cohort',
      'cohort/receipt',
      'filters',
      'fans',
      'churn/summary',
      'churn/fans',
    ]) {
      expect((await service.get(`/api/v1/${path}`, admin)).status, path).toBe(403);
    }
  });

  it('are hidden in the figures of departments', async () => {
    const strict = small.service({ minimumGroup: 150 });
    const shown = departmentMetricsSchema.parse(
      await strict.json('/api/v1/metrics/dashboard?department=executive'),
    );
    expect(shown.breakdown.some((item) => item.suppressed)).toBe(true);
    for (const item of shown.breakdown) {
      if (item.suppressed) expect([item.value, item.fans]).toEqual([null, null]);
      else expect(item.fans === 0 || (item.fans ?? 0) >= 150).toBe(true);
    }
    const counts = shown.breakdown.filter((item) => item.metric === 'fans');
    expect(counts.filter((item) => item.suppressed).length).toBeGreaterThan(1);
    const total = shown.kpis.find((kpi) => kpi.metric === 'fans')?.value ?? 0;
    const rest = total - counts.reduce((sum, item) => sum + (item.fans ?? 0), 0);
    expect(rest).toBeGreaterThanOrEqual(150);
  });

  it('are those who have the score that is averaged, not all who could have it', async () => {
    for (const department of ['athletics', 'finance', 'marketing']) {
      const path = `/api/v1/metrics/dashboard?department=${department}`;
      const { kpis, breakdown } = departmentMetricsSchema.parse(await service.json(path));
      const partial = breakdown.filter((item) => /hospitality|digital/.test(item.metric));
      for (const item of [...kpis, ...partial]) {
        if (item.suppressed) expect([item.value, item.fans]).toEqual([null, null]);
        else if (item.value !== null && item.value !== 0) {
          expect(item.fans ?? 0, item.metric).toBeGreaterThanOrEqual(10);
        }
      }
    }
    const rows = await small.deps.warehouse.query({
      sql: `select d.primary_sport, count(e.hospitality_experience_score) as scored
        from analytics.mart_wonderscore_daily as d
        inner join analytics.mart_wonderscore_extended as e on e.run_id = d.run_id and e.fan_sk = d.fan_sk
        inner join analytics.score_runs as r on r.run_id = d.run_id
        where r.published and d.score_date = cast('2025-03-01' as date) and d.primary_sport is not null
        group by d.primary_sport`,
    });
    const few = rows.filter((row) => Number(row.scored) > 0 && Number(row.scored) < 10);
    expect(few.length).toBeGreaterThan(0);
    const athletics = departmentMetricsSchema.parse(
      await service.json('/api/v1/metrics/dashboard?department=athletics'),
    );
    for (const { primary_sport } of few) {
      const item = athletics.breakdown.find(
        (each) => each.metric === 'average_hospitality' && each.dimension_value === primary_sport,
      );
      expect(item).toMatchObject({ value: null, fans: null, suppressed: true });
    }
  });

  it('an empty group is empty, not hidden and not zero', async () => {
    const nobody = cohortSchema.parse(await service.json('/api/v1/cohort?sport=Bowling'));
    expect(nobody).toMatchObject({ fans: 0, suppressed: false, wonder_score: null, history: [] });
  });
});
