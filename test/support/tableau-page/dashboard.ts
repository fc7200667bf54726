import type { DashboardConfig, WorksheetConfig } from './dashboard-config.ts';
import { HostRefusal } from './host-refusal.ts';
import { visualId } from './visual-id.ts';
import { columnOf, createSheets, type Sheet, type SheetFilter, visibleRows } from './worksheets.ts';

export type Notify = (notification: string, data: unknown) => void;

export interface FilterWish {
  readonly values: readonly string[];
  readonly exclude?: boolean;
}

/** The dashboard and what happens in it; every change is told to whoever listens. */
export class PlayedDashboard {
  readonly config: DashboardConfig;
  readonly sheets: ReadonlyMap<string, Sheet>;
  readonly parameters: Map<string, string>;
  readonly #notify: Notify;

  constructor(config: DashboardConfig, notify: Notify) {
    this.config = config;
    this.sheets = createSheets(config);
    this.parameters = new Map(config.parameters.map(({ name, value }) => [name, value]));
    this.#notify = notify;
  }

  sheet(name: unknown): Sheet {
    const found = this.sheets.get(String(name));
    if (found === undefined) throw new HostRefusal('internal-error', `no worksheet ${name}`);
    return found;
  }

  /** A filter is told once for each worksheet that shares it. */
  filter(name: string, field: string, change: (now: SheetFilter, sheet: Sheet) => SheetFilter) {
    const plain = field.replace(/^\[|\]$/g, '');
    const sheet = this.sheet(name);
    const isThere = columnOf(sheet, plain) >= 0 || sheet.filters.has(plain);
    if (!isThere) throw new HostRefusal('internal-error', `no field ${field} on ${name}`);
    for (const shared of this.#sharing(sheet, plain)) {
      const now = shared.filters.get(plain) ?? { field: plain, values: null, exclude: false };
      shared.filters.set(plain, change(now, shared));
      shared.selected = new Set();
      const about = { visualId: visualId(shared, this.config.name) };
      this.#notify('filter-changed', { ...about, fieldName: plain, fieldId: `[${plain}]` });
      this.#notify('summary-data-changed', about);
    }
    return {};
  }

  applyFilter(name: string, field: string, { values, exclude = false }: FilterWish) {
    return this.filter(name, field, (now) => ({ ...now, values: new Set(values), exclude }));
  }

  clearFilter(name: string, field: string) {
    return this.filter(name, field, (now) => ({ ...now, values: null, exclude: false }));
  }

  select(name: string, indices: readonly number[]) {
    const sheet = this.sheet(name);
    sheet.selected = new Set(indices);
    this.#notify('selected-marks-changed', visualId(sheet, this.config.name));
    return {};
  }

  /** Selects the visible rows whose columns have these values. */
  selectValues(name: string, wanted: readonly { field: string; values: readonly string[] }[]) {
    const sheet = this.sheet(name);
    const hits = visibleRows(sheet).filter(({ row }) =>
      wanted.every(({ field, values }) => values.includes(String(row[columnOf(sheet, field)]))),
    );
    return this.select(
      name,
      hits.map(({ index }) => index),
    );
  }

  setParameter(name: string, value: string) {
    const parameter = this.config.parameters.find((each) => each.name === name);
    if (parameter === undefined) throw new HostRefusal('internal-error', `no parameter ${name}`);
    if (!parameter.allowed.includes(value)) {
      throw new HostRefusal('internal-error', `${value} is not allowed for ${name}`);
    }
    this.parameters.set(name, value);
    this.#notify('parameter-changed', parameterId(name));
    return this.parameterModel(name);
  }

  /** As after an extract refresh. */
  updateRows(name: string, rows: WorksheetConfig['rows']) {
    const sheet = this.sheet(name);
    sheet.rows = rows;
    sheet.selected = new Set();
    this.#notify('summary-data-changed', { visualId: visualId(sheet, this.config.name) });
  }

  parameterModel(name: string) {
    const allowed = this.config.parameters.find((each) => each.name === name)?.allowed ?? [];
    const dataValue = (value: string) => ({
      value,
      formattedValue: value,
      aliasedValue: value,
      hasAlias: false,
    });
    return {
      name,
      fieldName: parameterId(name),
      dataType: 'string',
      currentValue: dataValue(this.parameters.get(name) ?? ''),
      allowableValuesType: 'list',
      allowableValues: allowed.map(dataValue),
    };
  }

  #sharing(sheet: Sheet, field: string): readonly Sheet[] {
    const shared = this.config.filters.find(
      (each) => each.field === field && each.worksheets.includes(sheet.name),
    );
    return shared === undefined ? [sheet] : shared.worksheets.map((name) => this.sheet(name));
  }
}

function parameterId(name: string): string {
  return `[Parameters].[${name}]`;
}
