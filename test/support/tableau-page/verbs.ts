import type { PlayedDashboard } from './dashboard.ts';
import { HostRefusal } from './host-refusal.ts';
import { filterModel, type Parameters, summaryRows, tableOf } from './tables.ts';
import { type Sheet, type VisibleRow, visibleRows } from './worksheets.ts';

export type Verb = (parameters: Parameters) => unknown;

/** What the protocol can ask of a dashboard; frames, settings and dialogs are the stage's. */
export function dashboardVerbs(dashboard: PlayedDashboard): ReadonlyMap<string, Verb> {
  const { config } = dashboard;
  const readers = new Map<unknown, { sheet: Sheet; rows: readonly VisibleRow[]; size: number }>();
  const sheetIn = (p: Parameters): Sheet => dashboard.sheet(field(p['visual-id'], 'worksheet'));
  const modelsOf = (sheet: Sheet) =>
    [...sheet.filters.values()].map((filter) => filterModel(sheet, config.name, filter));
  const sources = () => ({
    dataSources: {
      ds1: {
        id: 'ds1',
        name: 'Wonder Mart',
        fields: [],
        isExtract: config.extractUpdateTime !== null,
        isPublished: true,
        extractUpdateTime:
          config.extractUpdateTime === null ? undefined : new Date(config.extractUpdateTime),
      },
    },
    worksheetDataSchemaMap: Object.fromEntries(
      config.worksheets.map(({ name }) => [
        name,
        { primaryDataSource: 'ds1', referencedDataSourceList: ['ds1'] },
      ]),
    ),
  });
  const verbs: Record<string, Verb> = {
    'get-fonts': () => [],
    'get-summary-data': (p) => {
      const sheet = sheetIn(p);
      return { isSummary: true, data: tableOf(sheet, summaryRows(sheet, p)) };
    },
    'get-summary-data-reader': (p) => {
      const sheet = sheetIn(p);
      const rows = summaryRows(sheet, p);
      // One reader per extension: a new one takes the place of the last.
      const size = Number(p['page-row-count']);
      readers.set(p['view-data-table-cache-id'], { sheet, rows, size });
      return { id: '', totalRowCount: rows.length };
    },
    'get-data-table-reader-page': (p) => {
      const reader = readers.get(p['view-data-table-cache-id']);
      if (reader === undefined) throw new HostRefusal('internal-error', 'the reader was released');
      const from = Number(p['data-row-index']);
      return tableOf(reader.sheet, reader.rows.slice(from, from + reader.size));
    },
    'release-data-table-reader': (p) => {
      readers.delete(p['view-data-table-cache-id']);
      return {};
    },
    'get-selected-marks': (p) => {
      const sheet = sheetIn(p);
      const rows = visibleRows(sheet).filter(({ index }) => sheet.selected.has(index));
      return { data: [tableOf(sheet, rows)] };
    },
    'select-by-value': (p) => {
      const models = [
        ...list(p.hierarchicalValueSelectionModels),
        ...list(p.dimensionValueSelectionModels),
      ];
      const wanted = models.map((model) => ({
        field: String(field(model, 'qualifiedFieldCaption')),
        values: list(field(model, 'selectValues')).map(String),
      }));
      return dashboard.selectValues(sheetIn(p).name, wanted);
    },
    'clear-selected-marks': (p) => dashboard.select(sheetIn(p).name, []),
    'get-filters': (p) => modelsOf(sheetIn(p)),
    'get-dashboard-filters': () => [...dashboard.sheets.values()].flatMap(modelsOf),
    'categorical-filter': (p) =>
      dashboard.applyFilter(sheetIn(p).name, String(p['field-name']), {
        values: list(p['filter-values']).map(String),
        exclude: p['is-exclude'] === true,
      }),
    'clear-filter': (p) => dashboard.clearFilter(sheetIn(p).name, String(p['field-name'])),
    'get-parameters-for-sheet': () =>
      config.parameters.map(({ name }) => dashboard.parameterModel(name)),
    'change-parameter-value': (p) => {
      const name = String(p['parameter-field-name']).replace(/^\[Parameters\]\.\[|\]$/g, '');
      return dashboard.setParameter(name, String(p['parameter-value']));
    },
    'get-data-sources': sources,
    'get-all-data-sources': sources,
  };
  return new Map(Object.entries(verbs));
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function field(holder: unknown, name: string): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, name) : undefined;
}
