import { decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRandomIds } from '../../server/adapters/system/random-ids.ts';
import { createEmbeddingTokens } from '../../server/adapters/tableau/embedding-tokens.ts';
import { embeddingTokenSchema } from '../../server/contract/index.ts';
import {
  parsePortalDashboards,
  portalDashboardTitle,
  portalDashboardUrl,
} from '../../server/domain/portal-dashboard.ts';
import { parseConfig } from '../../server/entry/config.ts';
import { openSmall } from '../support/small-service.ts';

const APP = {
  clientId: 'client-1',
  secretId: 'secret-id-1',
  secret: 'invented-secret-of-a-test-32-chars',
  user: 'viewer@example.edu',
};
const NOW = Date.parse('2025-03-02T12:00:00Z');
const DASHBOARDS =
  parsePortalDashboards('executive:FanScores/Overview, athletics:FanScores/SeasonTickets') ?? [];

let small: Awaited<ReturnType<typeof openSmall>>;
beforeAll(async () => {
  small = await openSmall();
}, 60_000);
afterAll(() => small.deps.warehouse.close());

const configured = () =>
  small.service({
    portal: {
      site: { url: 'https://tableau.example.edu/', site: 'fans' },
      dashboards: DASHBOARDS,
      missing: [],
      tokens: createEmbeddingTokens(APP, { clock: { now: () => NOW }, ids: createRandomIds() }),
    },
  });
const mint = (service: ReturnType<typeof configured>, headers: Record<string, string> = {}) =>
  service.app.request('/auth/embedding-token', { method: 'POST', headers });

it('tokens say who, for whom, for what and until when, and never twice the same', async () => {
  const answer = await mint(configured());
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const { token, expires_at } = embeddingTokenSchema.parse(await answer.json());
  expect(decodeProtectedHeader(token)).toEqual({
    alg: 'HS256',
    typ: 'JWT',
    kid: 'secret-id-1',
    iss: 'client-1',
  });
  const key = new TextEncoder().encode(APP.secret);
  const { payload } = await jwtVerify(token, key, {
    algorithms: ['HS256'],
    issuer: 'client-1',
    audience: 'tableau',
    currentDate: new Date(NOW),
    requiredClaims: ['exp', 'sub', 'jti', 'scp'],
  });
  expect(payload.sub).toBe('viewer@example.edu');
  expect(payload.scp).toEqual(['tableau:views:embed']);
  const life = (payload.exp ?? 0) - NOW / 1000;
  expect(life).toBeGreaterThan(60);
  expect(life).toBeLessThanOrEqual(600);
  // Ahead of Tableau's own clock a token is refused.
  expect(payload.iat).toBeLessThan(NOW / 1000);
  expect(Date.parse(expires_at)).toBe((payload.exp ?? 0) * 1000);
  const second = embeddingTokenSchema.parse(await (await mint(configured())).json());
  const other = await jwtVerify(second.token, key, { currentDate: new Date(NOW) });
  expect(other.payload.jti).not.toBe(payload.jti);
});

it('a page of another site gets no token', async () => {
  const answer = await mint(configured(), { origin: 'https://evil.example' });
  expect(answer.status).toBe(403);
});

it('without a Connected App the answer says what to set', async () => {
  const answer = await mint(small.service());
  expect(answer.status).toBe(409);
  expect(await answer.json()).toMatchObject({ detail: expect.stringContaining('TABLEAU_URL') });
});

it('a lead opens the dashboards of the own departments, others all', async () => {
  const service = configured();
  const overview = {
    name: 'FanScores/Overview',
    title: 'Overview',
    url: 'https://tableau.example.edu/t/fans/views/FanScores/Overview',
  };
  expect(await service.json('/api/v1/portal')).toMatchObject({
    missing: [],
    departments: [
      { department: 'executive', dashboards: [overview] },
      { department: 'athletics', dashboards: [{ title: 'Season tickets' }] },
    ],
  });
  const lead = { 'x-demo-role': 'lead', 'x-demo-departments': 'alumni' };
  expect(await service.json('/api/v1/portal', lead)).toMatchObject({ departments: [] });
});

it('the portal frames the Tableau site and is framed by nobody', async () => {
  const answer = await configured().get('/portal');
  const policy = answer.headers.get('content-security-policy');
  expect(policy).toContain("frame-src 'self' https://tableau.example.edu;");
  // Tableau's own code signs in there.
  expect(policy).toContain("connect-src 'self' https://tableau.example.edu;");
  expect(policy).toContain("frame-ancestors 'none'");
});

it('dashboards are named by department, workbook and view', () => {
  expect(parsePortalDashboards('')).toEqual([]);
  for (const wrong of ['sales:A/B', 'athletics:A', 'athletics:A/B/C', 'athletics:../x', 'A/B']) {
    expect(parsePortalDashboards(wrong), wrong).toBeUndefined();
  }
  const [first] = DASHBOARDS;
  if (first === undefined) throw new Error('no dashboard');
  expect(portalDashboardUrl(first, { url: 'https://t.example.edu', site: '' })).toBe(
    'https://t.example.edu/views/FanScores/Overview',
  );
  expect(portalDashboardTitle({ ...first, view: 'KPI_2025-summary' })).toBe('KPI 2025 summary');
});

it('settings name what the portal still needs', () => {
  const { tableauPortal } = parseConfig({ TABLEAU_URL: 'https://tableau.example.edu' });
  expect(tableauPortal.missing).toEqual([
    'TABLEAU_DASHBOARDS',
    'TABLEAU_CONNECTED_APP_ID',
    'TABLEAU_CONNECTED_APP_SECRET_ID',
    'TABLEAU_CONNECTED_APP_SECRET',
    'TABLEAU_USER',
  ]);
  expect(() => parseConfig({ TABLEAU_DASHBOARDS: 'sales:A/B' })).toThrow('TABLEAU_DASHBOARDS');
});
