import { expect, it } from 'vitest';
import { isWonderError } from '../../server/domain/errors.ts';
import { parseConfig } from '../../server/entry/config.ts';

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    parseConfig(environment);
  } catch (error) {
    if (isWonderError(error)) return error.problems.map(({ field }) => field);
    throw error;
  }
  return [];
}

it('nobody frames the panels, and no library is loaded, until somebody says so', () => {
  expect(parseConfig({}).tableauPages).toEqual({ frameAncestors: [], extensionsJs: undefined });
});

it('names of hosts that frame the panels are separated by commas or spaces', () => {
  const { tableauPages } = parseConfig({
    TABLEAU_FRAME_ANCESTORS: 'https://Tableau.example.edu, https://*.online.tableau.com/',
    TABLEAU_EXTENSIONS_JS: 'https://cdn.example.org/tableau.extensions.1.latest.min.js',
  });
  expect(tableauPages).toEqual({
    frameAncestors: ['https://tableau.example.edu', 'https://*.online.tableau.com'],
    extensionsJs: 'https://cdn.example.org/tableau.extensions.1.latest.min.js',
  });
});

it.each([
  '*',
  'https:',
  'https://*',
  'http://tableau.example.edu',
  "https://a.example; script-src 'unsafe-inline'",
  'https://tableau.example.edu/path',
  "'none'",
])('%s is nobody who may frame the panels', (source) => {
  expect(problemsOf({ TABLEAU_FRAME_ANCESTORS: source })).toEqual(['TABLEAU_FRAME_ANCESTORS']);
});

it.each([
  'http://cdn.example.org/x.js',
  'ftp://x',
  'https://user:secret@cdn.example.org/x.js',
  'x',
])('the library is not loaded from %s', (address) => {
  expect(problemsOf({ TABLEAU_EXTENSIONS_JS: address })).toEqual(['TABLEAU_EXTENSIONS_JS']);
});

it('everything may be on this machine', () => {
  expect(
    problemsOf({
      TABLEAU_FRAME_ANCESTORS: 'http://127.0.0.1:8000,http://localhost:8001',
      TABLEAU_EXTENSIONS_JS: 'http://localhost:9000/lib.js',
    }),
  ).toEqual([]);
});
