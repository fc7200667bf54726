import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ApiError, type ApiErrorKind } from '../../extension/api/api-error.ts';
import { PAGE_VERSION } from '../../extension/api/service.ts';
import { EMPTY_HOST_STATE } from '../../extension/host/empty-state.ts';
import { HostError } from '../../extension/host/host-error.ts';
import type { PanelSettings } from '../../extension/host/panel-settings.ts';
import { createStandaloneHost } from '../../extension/host/standalone-host.ts';
import type { SummaryCell, SummaryQuestion } from '../../extension/host/summary.ts';
import { checkField } from '../../extension/models/check-field.ts';
import { checkService, isCompatible } from '../../extension/models/check-service.ts';
import { createConfigure } from '../../extension/models/configure.ts';
import { createFakeApi, failing, settle } from '../support/fake-api.ts';
import { createManualTimers } from '../support/manual-timers.ts';
import { scoreRecord } from '../support/panel-answers.ts';

const HOME = 'https://scores.example.edu';
const SHEETS = [
  {
    name: 'Fans',
    columns: [
      { name: 'Wonder Id', type: 'text' as const },
      { name: 'Primary Sport', type: 'text' as const },
      { name: 'Affil Code', type: 'text' as const },
      { name: 'AVG(Wonder Score)', type: 'number' as const },
    ],
  },
];
const ROWS: readonly (readonly SummaryCell[])[] = [
  ['W1', 'Football', '07', 61],
  ['W2', 'Golf', '08', null],
];

const option = (value: string) => ({ value, fans: 20 });
const filters = {
  sports: [option('Football'), option('Golf')],
  affiliations: [option('Alumni')],
  loyalty_tiers: [],
  tiers: [],
};

function fakes(rows = ROWS) {
  const saved: PanelSettings[] = [];
  const names = SHEETS[0]?.columns.map(({ name }) => name) ?? [];
  const host = {
    ...createStandaloneHost(EMPTY_HOST_STATE),
    saveSettings: async (settings: PanelSettings) => void saved.push(settings),
    readSummary: async ({ worksheet, columns }: SummaryQuestion) => {
      const of = worksheet === 'Headline' ? rows.slice(0, 1) : rows;
      return {
        columns,
        rows: of.map((row) => columns.map((name) => row[names.indexOf(name)] ?? null)),
        totalRows: of.length,
      };
    },
  };
  const { client } = createFakeApi({
    filters: () => Promise.resolve(Object.assign(Object.create(null), filters)),
    score: (id) => (id.startsWith('W') ? Promise.resolve(scoreRecord()) : failing('not_found')()),
  });
  return { host, saved, api: client };
}

const service = (version = PAGE_VERSION) => ({
  service: 'wonder-portal' as const,
  version,
  status: 'ok' as const,
  links: { preview: '/preview', docs: '/docs', openapi: '/openapi.json', ready: '/readyz' },
});

describe('the service’s address', () => {
  const check = (text: string, read: () => Promise<ReturnType<typeof service>>) =>
    checkService(
      { read, home: HOME, panelVersion: PAGE_VERSION },
      text,
      new AbortController().signal,
    );
  const failed = (kind: ApiErrorKind) => () =>
    Promise.reject(new ApiError({ kind, detail: null, requestId: '', retryAfter: null }));

  it('is good where a service of this version answers', async () => {
    expect(await check(HOME, async () => service())).toEqual({
      kind: 'good',
      version: PAGE_VERSION,
    });
  });

  it.each([
    ['no address', 'scores', /no address/],
    ['another protocol', 'ftp://scores.example.edu', /https/],
    ['another service', 'https://other.example.edu', /came from/],
  ])('is wrong where there is %s', async (_what, text, words) => {
    expect(await check(text, async () => service())).toMatchObject({
      kind: 'wrong',
      text: expect.stringMatching(words),
    });
  });

  it.each([
    ['another version', async () => service('9.0.0'), /9\.0\.0 does not fit/],
    ['nothing', failed('unreachable'), /Nothing answers/],
    ['something else', failed('not_understood'), /no Wonder Portal/],
  ])('is wrong where %s answers', async (_what, read, words) => {
    expect(await check(HOME, read)).toMatchObject({
      kind: 'wrong',
      text: expect.stringMatching(words),
    });
  });

  it('fits a version of the same major, before 1.0 of the same minor', () => {
    expect(isCompatible('1.2.0', '1.9.3')).toBe(true);
    expect(isCompatible('2.0.0', '1.9.3')).toBe(false);
    expect(isCompatible('0.1.4', '0.1.0')).toBe(true);
    expect(isCompatible('0.2.0', '0.1.0')).toBe(false);
  });

  it('knows the version that the page was built from', () => {
    expect(JSON.parse(readFileSync('package.json', 'utf8')).version).toBe(PAGE_VERSION);
  });
});

describe('a field', () => {
  const check = (field: 'wonder_id' | 'sport' | 'affiliation', column: string, rows = ROWS) =>
    checkField(
      fakes(rows),
      { field, source: { worksheet: 'Fans', field: column } },
      new AbortController().signal,
    );

  it('is good where the service knows its values', async () => {
    expect(await check('sport', 'Primary Sport')).toEqual({ kind: 'good', matched: 2, sampled: 2 });
    expect(await check('wonder_id', 'Wonder Id')).toMatchObject({ kind: 'good', matched: 2 });
  });

  it('is wrong where it knows none of them, and says an example', async () => {
    expect(await check('affiliation', 'Affil Code')).toEqual({ kind: 'wrong', example: '07' });
    expect(await check('wonder_id', 'Primary Sport')).toEqual({
      kind: 'wrong',
      example: 'Football',
    });
  });

  it('of an empty worksheet is neither', async () => {
    expect(await check('sport', 'Primary Sport', [])).toEqual({ kind: 'unknown' });
  });
});

describe('the form', () => {
  const open = async () => {
    const { host, saved, api } = fakes();
    let closed = 0;
    const model = createConfigure({
      host,
      api,
      sheets: SHEETS,
      home: HOME,
      panelVersion: PAGE_VERSION,
      read: async () => service(),
      timers: createManualTimers(),
      saved: () => {
        closed += 1;
      },
    });
    await settle();
    return { model, saved, host, closed: () => closed };
  };

  it('has a guess filled in, checked against the service', async () => {
    const { model } = await open();
    expect(model.rows.value.wonder_id).toMatchObject({
      source: { worksheet: 'Fans', field: 'Wonder Id' },
      guessed: true,
      check: { kind: 'good' },
    });
    expect(model.rows.value.affiliation).toMatchObject({ source: null, check: null });
    expect(model.problems()).toBe(0);
  });

  it('does not save while a field is wrong, or half chosen', async () => {
    const { model, saved } = await open();
    model.setSource('affiliation', { worksheet: 'Fans', field: 'Affil Code' });
    await settle();
    expect(model.problems()).toBe(1);
    await model.save();
    expect(saved).toEqual([]);
    model.setSource('affiliation', { worksheet: 'Fans' });
    expect(model.problems()).toBe(1);
  });

  it('says of a figure what its worksheet shows, and takes one of a single row only', async () => {
    const { model, saved } = await open();
    const field = 'AVG(Wonder Score)';
    model.setFigure('wonder_score', { worksheet: 'Headline', field });
    await settle();
    expect(model.figures.value.wonder_score?.check).toEqual({ kind: 'good', value: 61 });
    model.setFigure('wonder_score', { worksheet: 'Fans', field });
    await settle();
    expect(model.figures.value.wonder_score?.check).toEqual({ kind: 'wrong', rows: 2 });
    expect(model.problems()).toBe(1);
    await model.save();
    expect(saved).toEqual([]);
    model.setFigure('wonder_score', null);
    expect(model.problems()).toBe(0);
  });

  it('saves what it shows, and closes', async () => {
    const { model, saved, closed } = await open();
    model.setSource('affiliation', { parameter: 'Affiliation' });
    model.setFigure('wonder_score', { worksheet: 'Headline', field: 'AVG(Wonder Score)' });
    model.change({ theme: 'dark', orb: true });
    await settle();
    await model.save();
    expect(saved).toEqual([
      {
        service: HOME,
        department: null,
        theme: 'dark',
        orb: true,
        fields: {
          wonder_id: { worksheet: 'Fans', field: 'Wonder Id' },
          sport: { worksheet: 'Fans', field: 'Primary Sport' },
          affiliation: { parameter: 'Affiliation' },
        },
        figures: { wonder_score: { worksheet: 'Headline', field: 'AVG(Wonder Score)' } },
      },
    ]);
    expect(closed()).toBe(1);
  });

  it('says where nobody may save', async () => {
    const { api } = fakes();
    const model = createConfigure({
      host: {
        ...createStandaloneHost(EMPTY_HOST_STATE),
        saveSettings: () => Promise.reject(new HostError('viewing', 'no')),
      },
      api,
      sheets: [],
      home: HOME,
      panelVersion: PAGE_VERSION,
      read: async () => service(),
      timers: createManualTimers(),
      saved: () => {},
    });
    await settle();
    await model.save();
    expect(model.saving.value).toEqual({ kind: 'failed', viewing: true });
  });
});
