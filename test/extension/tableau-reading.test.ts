import type { CategoricalFilter, Filter } from '@tableau/extensions-api-types';
import { describe, expect, it } from 'vitest';
import { sameField } from '../../extension/host/field-names.ts';
import { guessFields } from '../../extension/host/guess-fields.ts';
import { lookOf } from '../../extension/host/tableau-host/formatting.ts';
import { createPatience } from '../../extension/host/tableau-host/patience.ts';
import { narrowingOf } from '../../extension/host/tableau-host/read-filters.ts';
import { agreementOf } from '../../extension/models/agreement.ts';
import { unfollowedWords, unmappedWords } from '../../extension/panels/shared/unfollowed-words.ts';

const SPORT = { worksheet: 'Fans', field: 'Primary Sport' };

/** As much of a filter as the library gives. */
function filter(fieldName: string, values: readonly unknown[], more: object = {}): Filter {
  const found: Pick<CategoricalFilter, 'fieldName' | 'appliedValues' | 'isExcludeMode'> = {
    fieldName,
    appliedValues: values.map((value) => ({ value, nativeValue: value })),
    isExcludeMode: false,
  };
  return Object.assign(Object.create(null), found, more);
}

function narrowing(filters: readonly Filter[] | null, more: object = {}) {
  const sheets = [{ worksheet: 'Fans', filters }];
  return narrowingOf({ sheets, fields: { sport: SPORT }, parameters: {}, marked: [], ...more });
}

describe('a filter of a worksheet', () => {
  it.each([
    ['one value', [filter('Primary Sport', ['Golf'])], { sport: 'Golf' }],
    ['all values', [filter('Primary Sport', ['Golf'], { isAllSelected: true })], {}],
    ['(All), which comes without values', [filter('Primary Sport', [])], {}],
    ['a field under its technical name', [filter('[primary_sport]', ['Golf'])], { sport: 'Golf' }],
    ['nothing', [], {}],
  ])('of %s is followed', (_what, filters, expected) => {
    expect(narrowing(filters)).toMatchObject({ filters: expected, unfollowed: [], onlyFan: null });
  });

  it.each([
    ['two values', filter('Primary Sport', ['Golf', 'Tennis'])],
    ['all but one', filter('Primary Sport', ['Golf'], { isExcludeMode: true })],
    ['Null', filter('Primary Sport', ['%null%'])],
    ['a range', filter('Primary Sport', [], { appliedValues: undefined, minValue: 1 })],
  ])('of %s is one that cannot be followed', (_what, found) => {
    expect(narrowing([found])).toMatchObject({
      filters: {},
      unfollowed: [{ field: 'sport', label: 'Sport', because: 'values' }],
    });
  });

  it('that was not told, or a worksheet that is gone, is not no filter', () => {
    const unread = [{ field: 'sport', label: 'Sport', because: 'unread' }];
    expect(narrowing(null).unfollowed).toEqual(unread);
    expect(narrowing([], { sheets: [] }).unfollowed).toEqual(unread);
  });

  it('on another field is named, unless it lets everything through', () => {
    const filters = [filter('Region', ['West']), filter('Year', [])];
    expect(narrowing(filters).unfollowed).toEqual([
      { field: null, label: 'Region', because: 'unmapped' },
    ]);
  });

  it('of fans is one fan, a list of them, or nothing to be named', () => {
    const fields = { wonder_id: { worksheet: 'Fans', field: 'Wonder Id' } };
    const found = (values: readonly string[], more: object = {}) =>
      narrowing([filter('Wonder Id', values, more)], { fields });
    expect(found(['W1'])).toMatchObject({ onlyFan: 'W1', fanList: null, unfollowed: [] });
    expect(found(['W1', 'W2'])).toMatchObject({ onlyFan: null, fanList: ['W1', 'W2'] });
    expect(found(['W1', 'W2']).unfollowed).toMatchObject([{ field: 'wonder_id' }]);
    expect(found(['W1'], { isExcludeMode: true }).fanList).toBeNull();
    expect(narrowing(null, { fields })).toMatchObject({ onlyFan: null, fanList: null });
  });

  it('that contradicts a mark leaves nobody, which is not said by either', () => {
    const marked = [{ field: 'sport', values: ['Tennis'] }];
    const found = narrowing([filter('Primary Sport', ['Golf'])], { marked });
    expect(found).toMatchObject({ filters: {}, unfollowed: [{ because: 'values' }] });
  });
});

it('names of a field are one name', () => {
  for (const name of ['[Primary Sport]', 'primary_sport', 'ATTR(Primary Sport)', 'PrimarySport']) {
    expect(sameField(name, 'Primary Sport'), name).toBe(true);
  }
  expect(sameField('Sport', 'Primary Sport')).toBe(false);
});

it('fields are guessed by their names; a count of ids is no id', () => {
  const sheets = [
    {
      name: 'By sport',
      columns: [
        { name: 'CNTD(Wonder Id)', type: 'number' as const },
        { name: 'Sport', type: 'text' as const },
      ],
    },
    {
      name: 'Fans',
      columns: [
        { name: 'Wonder Id', type: 'text' as const },
        { name: 'Primary Sport', type: 'text' as const },
        { name: 'Loyalty Tier', type: 'text' as const },
      ],
    },
  ];
  expect(guessFields(sheets)).toEqual({
    wonder_id: { worksheet: 'Fans', field: 'Wonder Id' },
    sport: { worksheet: 'Fans', field: 'Primary Sport' },
    loyalty_tier: { worksheet: 'Fans', field: 'Loyalty Tier' },
  });
});

describe('a workbook’s look', () => {
  const written = (cssProperties: object) =>
    lookOf({ formattingSheets: [{ classNameKey: 'tableau-worksheet', cssProperties }] });

  it('is light and in our own font where it says nothing', () => {
    expect(lookOf(undefined)).toEqual({ fonts: null, theme: 'light' });
  });

  it('is dark where it writes in a light colour', () => {
    expect(written({ color: '#f5f5f5' }).theme).toBe('dark');
    expect(written({ color: 'rgb(16, 42, 67)' }).theme).toBe('light');
    expect(written({ color: 'inherit' }).theme).toBe('light');
  });

  it('brings a font’s name and nothing else', () => {
    expect(written({ fontFamily: 'Tableau Book' }).fonts?.text).toBe('Tableau Book');
    expect(written({ fontFamily: 'x; background: url(https://a.example)' }).fonts).toBeNull();
  });
});

describe('patience', () => {
  const page = (): Window => Object.assign(Object.create(null), { setTimeout, clearTimeout });

  it('ends where nobody answers', async () => {
    const asked = createPatience(page())('x', () => new Promise(() => {}), { ms: 5 });
    await expect(asked).rejects.toMatchObject({ code: 'too_slow' });
  });

  it('takes every refusal for one, also a text and what is thrown at once', async () => {
    const patience = createPatience(page());
    const text = patience('x', () => Promise.reject('not inside an iframe'));
    await expect(text).rejects.toMatchObject({ code: 'refused' });
    const thrown = patience('x', () => {
      throw new TypeError('invalid');
    });
    await expect(thrown).rejects.toMatchObject({ code: 'refused' });
  });
});

it('figures agree as they are written, and the first that differs is told', () => {
  expect(agreementOf({ wonder_score: 61.2266 }, { wonder_score: 61.23 })).toEqual({
    figure: 'wonder_score',
    agrees: true,
    worksheet: 61.2266,
  });
  expect(agreementOf({ wonder_score: 61.35 }, { wonder_score: 61.23 })?.agrees).toBe(false);
  expect(agreementOf({ value_at_risk: 1200.4 }, { value_at_risk: 1200.01 })?.agrees).toBe(true);
  expect(agreementOf({ fans: 412, elite: 9 }, { fans: 412, elite: 8 })).toMatchObject({
    figure: 'elite',
    agrees: false,
  });
  expect(agreementOf({ fans: 12 }, { fans: null, elite: 12 })).toBeNull();
});

describe('words about filters that are not followed', () => {
  const sport = { field: 'sport', label: 'Sport', because: 'values' } as const;
  const region = { field: null, label: 'Region', because: 'unmapped' } as const;
  const year = { field: null, label: 'Year', because: 'unmapped' } as const;

  it('hide figures only of panels that follow the field', () => {
    expect(unfollowedWords([sport], ['sport'])?.text).toMatch(/^Sport is filtered to more than/);
    expect(unfollowedWords([sport], ['tier'])).toBeNull();
    expect(unfollowedWords([region], ['sport'])).toBeNull();
  });

  it('name every other field', () => {
    expect(unmappedWords([region, year, sport])).toBe(
      'Not narrowed by the dashboard’s filters on Region and Year.',
    );
    expect(unmappedWords([sport])).toBeNull();
  });
});
