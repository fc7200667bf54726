import { describe, expect, it } from 'vitest';
import { ApiError } from '../../extension/api/api-error.ts';
import { createPages, type Page, type PagePlace } from '../../extension/models/pages.ts';
import { settle } from '../support/fake-api.ts';

const TOTAL = 2000;

/** Numbers in pages; the cursor is where the next one starts. */
function numbersFrom({ limit, cursor }: PagePlace, total = TOTAL): Page<number> {
  const start = Number(cursor ?? 0);
  const end = Math.min(start + limit, total);
  const items = Array.from({ length: end - start }, (_, index) => start + index);
  return { items, total, next_cursor: end < total ? String(end) : null };
}

function setUp(load = (_q: string, place: PagePlace) => Promise.resolve(numbersFrom(place))) {
  const asked: string[] = [];
  const pages = createPages<string, number>((question, place) => {
    asked.push(`${question} ${place.cursor ?? 'first'} ${place.limit}`);
    return load(question, place);
  });
  return { pages, asked };
}

describe('pages', () => {
  it('are loaded as far as someone looks, in order and once', async () => {
    const { pages, asked } = setUp();
    pages.show('all');
    await settle();
    expect(pages.rows.value).toMatchObject({ total: TOTAL, busy: false });
    pages.reach(10);
    await settle();
    expect(asked).toEqual(['all first 100']);
    pages.reach(1400);
    await settle();
    expect(asked.slice(1)).toEqual(['all 100 500', 'all 600 500', 'all 1100 500']);
    expect(pages.rows.value.items).toEqual(Array.from({ length: 1600 }, (_, index) => index));
  });

  it('start over with another question, and forget what came too late', async () => {
    const late: (() => void)[] = [];
    const { pages } = setUp((question, place) =>
      question === 'slow'
        ? new Promise((resolve) => late.push(() => resolve(numbersFrom(place, 3))))
        : Promise.resolve(numbersFrom(place, 2)),
    );
    pages.show('slow');
    pages.show('quick');
    await settle();
    for (const answer of late) answer();
    await settle();
    expect(pages.rows.value).toMatchObject({ items: [0, 1], total: 2 });
  });

  it('keep what is known when one does not come, and go on from there', async () => {
    let broken = false;
    const { pages, asked } = setUp((_question, place) =>
      broken
        ? Promise.reject(
            new ApiError({ kind: 'busy', detail: null, requestId: 'r', retryAfter: null }),
          )
        : Promise.resolve(numbersFrom(place)),
    );
    pages.show('all');
    await settle();
    broken = true;
    pages.reach(300);
    await settle();
    expect(pages.rows.value.items).toHaveLength(100);
    expect(pages.rows.value.trouble).toMatchObject({ kind: 'busy' });
    broken = false;
    pages.retry();
    await settle();
    expect(pages.rows.value.items).toHaveLength(600);
    expect(asked.at(-1)).toBe('all 100 500');
  });
});
