import { afterAll, beforeAll, expect, it } from 'vitest';
import { PANELS } from '../../server/domain/panels.ts';
import { openSmall } from '../support/small-service.ts';
import { checkManifest } from '../support/trex/check-manifest.ts';

let small: Awaited<ReturnType<typeof openSmall>>;
beforeAll(async () => {
  small = await openSmall();
}, 60_000);
afterAll(() => small.deps.warehouse.close());

it('manifests come with the service’s own address, ready to be added', async () => {
  const service = small.service({ publicUrl: 'https://scores.example.org' });
  for (const panel of PANELS) {
    const answer = await service.get(`/trex/${panel}.trex`);
    expect(answer.headers.get('content-type')).toMatch(/^application\/xml/);
    expect(answer.headers.get('content-disposition')).toContain(`"${panel}.trex"`);
    const text = await answer.text();
    expect(checkManifest(text), panel).toEqual([]);
    expect(text).toContain(`<url>https://scores.example.org/extension/${panel}</url>`);
  }
});

it('on this machine the address is localhost, which Tableau takes', async () => {
  const answer = await small.service().get('/trex/churn.trex', { host: '127.0.0.1:8787' });
  expect(await answer.text()).toContain('<url>http://localhost:8787/extension/churn</url>');
});

it('there is no other manifest', async () => {
  for (const name of ['constructor', 'preview', '..%2fchurn']) {
    expect((await small.service().get(`/trex/${name}.trex`)).status, name).toBe(404);
  }
});

it('an address that Tableau would refuse is said to be one', async () => {
  const service = small.service({ publicUrl: 'http://scores.example.org' });
  const answer = await service.get('/trex/churn.trex');
  expect(answer.status).toBe(409);
  expect(await answer.json()).toMatchObject({ detail: expect.stringContaining('PUBLIC_URL') });
  expect(await service.json('/extension/install.json')).toMatchObject({
    address_problem: expect.stringContaining('https'),
  });
});

it('what to allow in Tableau is listed, with what is missing here', async () => {
  const bare = await small.service().json('/extension/install.json', { host: 'localhost:8787' });
  expect(bare).toMatchObject({
    address: 'http://localhost:8787',
    address_problem: null,
    frame_ancestors: [],
    library: 'missing',
  });
  const whole = await small
    .service({
      publicUrl: 'https://scores.example.org',
      frameAncestors: ['https://tableau.example.edu'],
      extensionsJs: 'https://cdn.example.org/lib.js',
    })
    .json('/extension/install.json');
  expect(whole).toMatchObject({
    panels: PANELS.map((panel) => ({
      panel,
      url: `https://scores.example.org/extension/${panel}`,
      manifest: `/trex/${panel}.trex`,
    })),
    library: 'address',
    library_address: 'https://cdn.example.org/lib.js',
  });
});
