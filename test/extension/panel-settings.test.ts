import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type PanelSettings } from '../../extension/host/panel-settings.ts';
import { settingsFromText, settingsToText } from '../../extension/host/parse-settings.ts';

const FULL: PanelSettings = {
  service: 'https://scores.example.edu',
  department: 'athletics',
  theme: 'dark',
  orb: true,
  fields: {
    wonder_id: { worksheet: 'Fans', field: 'Wonder Id' },
    sport: { parameter: 'Sport' },
  },
  figures: { wonder_score: { worksheet: 'KPI', field: 'AVG(Wonder Score)' } },
};

it('settings come back as they were kept, with the version they were written in', () => {
  const text = settingsToText(FULL);
  expect(settingsFromText(text)).toEqual(FULL);
  expect(JSON.parse(text)).toMatchObject({ version: 1 });
});

it.each([
  ['nothing', undefined],
  ['an erased key', ''],
  ['no JSON', '{'],
  ['something else', '[1, 2]'],
])('%s is no setting', (_what, text) => {
  expect(settingsFromText(text)).toEqual(DEFAULT_SETTINGS);
});

it('takes what it knows from settings of another version', () => {
  const text = JSON.stringify({
    version: 9,
    theme: 'neon',
    orb: 'yes',
    fields: { sport: { worksheet: 'Fans', field: 'Sport' }, email: { parameter: 'Mail' }, tier: 7 },
    colours: ['red'],
  });
  expect(settingsFromText(text)).toEqual({
    ...DEFAULT_SETTINGS,
    fields: { sport: { worksheet: 'Fans', field: 'Sport' } },
  });
});
