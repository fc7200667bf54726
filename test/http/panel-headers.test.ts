import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSmall } from '../support/small-service.ts';

const LIBRARY = '/extension/tableau.extensions.1.latest.min.js';
const PAGE = '/extension/assets/plain.js';

let small: Awaited<ReturnType<typeof openSmall>>;
let folder: string;
beforeAll(async () => {
  [small, folder] = await Promise.all([openSmall(), mkdtemp(join(tmpdir(), 'wonder-copies-'))]);
}, 60_000);
afterAll(async () => {
  await small.deps.warehouse.close();
  await rm(folder, { recursive: true });
});

/** The directives of a page's policy, by name. */
async function policyOf(path: string, options: Parameters<typeof small.service>[0] = {}) {
  const { headers } = await small.service(options).get(path);
  const policy = headers.get('content-security-policy') ?? '';
  expect(headers.get('x-frame-options')).toBeNull();
  return new Map(policy.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1)]));
}

it('panels are framed by nobody but us, until a Tableau is named', async () => {
  const policy = await policyOf(PAGE);
  expect(policy.get('frame-ancestors')).toEqual(["'self'"]);
  expect(policy.get('default-src')).toEqual(["'none'"]);
  expect(policy.get('script-src')).toEqual(["'self'"]);
  expect(policy.get('style-src')).toEqual(["'self'"]);
  expect(policy.get('connect-src')).toEqual(["'self'"]);
});

it('panels are framed by the configured Tableau, and load its library only', async () => {
  const policy = await policyOf(PAGE, {
    frameAncestors: ['https://tableau.example.edu', 'https://*.online.tableau.com'],
    extensionsJs: 'https://cdn.example.org/lib/tableau.extensions.1.latest.min.js',
  });
  expect(policy.get('frame-ancestors')).toEqual([
    "'self'",
    'https://tableau.example.edu',
    'https://*.online.tableau.com',
  ]);
  expect(policy.get('script-src')).toEqual(["'self'", 'https://cdn.example.org']);
  expect(policy.get('connect-src')).toEqual(["'self'"]);
});

it('the preview is framed by nobody else, whatever is configured', async () => {
  const policy = await policyOf('/preview', { frameAncestors: ['https://tableau.example.edu'] });
  expect(policy.get('frame-ancestors')).toEqual(["'self'"]);
});

it('answers of the API are framed by nobody', async () => {
  const policy = await policyOf('/api/v1/segments', { frameAncestors: ['https://t.example.edu'] });
  expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
});

it('the library is where the operator said', async () => {
  const extensionsJs = 'https://cdn.example.org/lib/tableau.extensions.1.latest.min.js';
  const answer = await small.service({ extensionsJs }).get(LIBRARY);
  expect(answer.status).toBe(302);
  expect(answer.headers.get('location')).toBe(extensionsJs);
});

it('or the copy that the operator put beside the data', async () => {
  await writeFile(join(folder, LIBRARY.slice('/extension/'.length)), 'var tableau;');
  await writeFile(join(folder, 'wonder.js'), 'secret');
  const service = small.service({ copies: folder });
  const answer = await service.get(LIBRARY);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(/^text\/javascript/);
  expect(await answer.text()).toBe('var tableau;');
  // Nothing else of that folder is served.
  expect((await service.get('/extension/wonder.js')).status).toBe(404);
});

it('or nowhere, and then the answer says what to do', async () => {
  const answer = await small.service().get(LIBRARY);
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({
    detail: expect.stringContaining('TABLEAU_EXTENSIONS_JS'),
  });
});
