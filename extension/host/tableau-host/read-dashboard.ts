import { FILTER_FIELDS, type HostAbilities, type HostState } from '../dashboard-host.ts';
import { guessFields } from '../guess-fields.ts';
import type { FieldMapping, PanelSettings } from '../panel-settings.ts';
import type { HostSheet } from '../summary.ts';
import { askTwice, orNull } from './again.ts';
import type { Dashboard, Parameter, Worksheet } from './api.ts';
import type { Patience } from './patience.ts';
import { readFigures } from './read-figures.ts';
import { narrowingOf, type SheetFilters } from './read-filters.ts';
import { markedValues, type SheetMarks, selectedFans } from './read-marks.ts';
import type { ReadSheet } from './summary-reader.ts';

export interface ReadDeps {
  readonly page: Window;
  readonly dashboard: Dashboard;
  readonly patience: Patience;
  readonly readSheet: ReadSheet;
  /** The dashboard's worksheets; read once, they cost a query each. */
  readonly sheets: () => Promise<readonly HostSheet[]>;
}

export interface DashboardReading {
  readonly said: Pick<
    HostState,
    'filters' | 'unfollowed' | 'selection' | 'fanList' | 'parameters' | 'figures' | 'abilities'
  >;
  readonly fields: FieldMapping;
  /** Worksheets whose events mean that this has to be read again. */
  readonly worksheets: readonly Worksheet[];
  readonly parameters: readonly Parameter[];
}

/**
 * Everything the dashboard says about what is looked at; `settings` are null until an author saved some. Never
 * rejects: what was not said is in `unfollowed`.
 */
export async function readDashboard(
  deps: ReadDeps,
  settings: PanelSettings | null,
): Promise<DashboardReading> {
  const { dashboard, page, patience } = deps;
  // Until an author has said which field means what, their names tell.
  const fields = settings?.fields ?? guessFields((await orNull(deps.sheets())) ?? []);
  const figures = settings?.figures ?? {};
  const ask = <T>(what: string, call: () => Promise<T>): Promise<T | null> =>
    orNull(askTwice(page, () => patience(what, call)));
  const sheets = sheetsNamed(dashboard, Object.values(fields).map(sheetOf));
  const [filters, marks, parameters, shown] = await Promise.all([
    Promise.all(
      sheets.map(async (sheet): Promise<SheetFilters> => {
        const found = await ask(`filters of ${sheet.name}`, () => sheet.getFiltersAsync());
        return { worksheet: sheet.name, filters: found };
      }),
    ),
    Promise.all(
      sheets.map(async (sheet): Promise<SheetMarks> => {
        const found = await ask(`marks of ${sheet.name}`, () => sheet.getSelectedMarksAsync());
        return { worksheet: sheet.name, marks: found };
      }),
    ),
    ask('parameters', () => dashboard.getParametersAsync()),
    readFigures(deps, figures),
  ]);
  const texts = textsOf(parameters ?? []);
  const marked = markedValues(marks, fields);
  const { onlyFan, ...narrowing } = narrowingOf({
    sheets: filters,
    fields,
    parameters: texts,
    marked,
  });
  const selected = selectedFans(marks, fields);
  return {
    fields,
    worksheets: sheetsNamed(
      dashboard,
      [...Object.values(fields), ...Object.values(figures)].map(sheetOf),
    ),
    parameters: parameters ?? [],
    said: {
      filters: narrowing.filters,
      unfollowed:
        selected === null
          ? [...narrowing.unfollowed, { field: 'wonder_id', label: 'Selection', because: 'unread' }]
          : narrowing.unfollowed,
      // A filter that leaves one fan means that fan, unless marks say otherwise.
      selection: (selected ?? []).length === 0 && onlyFan !== null ? [onlyFan] : (selected ?? []),
      fanList: narrowing.fanList,
      parameters: texts,
      figures: shown,
      abilities: abilitiesOf(fields),
    },
  };
}

function sheetOf(source: FieldMapping[keyof FieldMapping]): string | null {
  return source !== undefined && 'worksheet' in source ? source.worksheet : null;
}

function sheetsNamed(dashboard: Dashboard, names: readonly (string | null)[]): Worksheet[] {
  return dashboard.worksheets.filter(({ name }) => names.includes(name));
}

function textsOf(parameters: readonly Parameter[]): Record<string, string> {
  const entries = parameters.map(({ name, currentValue }) => {
    const value: unknown = currentValue.nativeValue ?? currentValue.value;
    return [name, value === null || value === undefined ? '' : String(value)];
  });
  return Object.fromEntries(entries);
}

function abilitiesOf(fields: FieldMapping): HostAbilities {
  const fan = fields.wonder_id !== undefined && 'worksheet' in fields.wonder_id;
  return {
    filter: FILTER_FIELDS.filter((field) => fields[field] !== undefined),
    filterFans: fan,
    selectFan: fan,
  };
}
