import type { PanelServer } from '../panel-server.ts';
import type { CellConfig, DashboardConfig } from '../tableau-page/dashboard-config.ts';

/** Its worksheets. */
export const SHEETS = { members: 'Member list', bySport: 'Members by sport', headline: 'Headline' };

const FANS = 60;
const COLUMNS = [
  ['Wonder Id', 'wonder_id', 'string'],
  ['Primary Sport', 'primary_sport', 'string'],
  ['Primary Affiliation', 'primary_affiliation', 'string'],
  ['Wonder Score Tier', 'wonder_score_tier', 'string'],
  ['AVG(Wonder Score)', 'wonder_score', 'float'],
] as const;

/** A dashboard about the very fans of the service, as a workbook on the same marts would be. */
export async function memberDashboard(
  server: Pick<PanelServer, 'get'>,
  changes: Partial<DashboardConfig> = {},
): Promise<DashboardConfig> {
  const fans = itemsOf(await server.get(`/api/v1/fans?limit=${FANS}&sort=-wonder_score`));
  const cohort = await server.get('/api/v1/cohort');
  const sports = Reflect.get(Object(await server.get('/api/v1/filters')), 'sports');
  return {
    name: 'Fan overview',
    mode: 'authoring',
    locale: 'en-us',
    zone: { width: 960, height: 360 },
    worksheets: [
      {
        name: SHEETS.members,
        columns: COLUMNS.map(([name, , dataType]) => ({ name, dataType })),
        rows: fans.map((fan) => COLUMNS.map(([, key]) => cellOf(fan, key))),
      },
      {
        name: SHEETS.bySport,
        columns: [
          { name: 'Primary Sport', dataType: 'string' },
          { name: 'CNTD(Wonder Id)', dataType: 'int' },
        ],
        rows: (Array.isArray(sports) ? sports : []).map((sport) => [
          cellOf(sport, 'value'),
          cellOf(sport, 'fans'),
        ]),
      },
      {
        name: SHEETS.headline,
        columns: [{ name: 'AVG(Wonder Score)', dataType: 'float' }],
        rows: [[cellOf(cohort, 'wonder_score')]],
      },
    ],
    filters: [
      { field: 'Primary Sport', worksheets: [SHEETS.members, SHEETS.bySport] },
      { field: 'Wonder Score Tier', worksheets: [SHEETS.members] },
    ],
    parameters: [{ name: 'Affiliation', value: 'All', allowed: ['All', 'Alumni', 'Student'] }],
    extractUpdateTime: null,
    formatting: null,
    settings: {},
    ...changes,
  };
}

function itemsOf(list: unknown): readonly unknown[] {
  const items: unknown = Reflect.get(Object(list), 'items');
  return Array.isArray(items) ? items : [];
}

function cellOf(row: unknown, key: string): CellConfig {
  const value: unknown = Reflect.get(Object(row), key);
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}
