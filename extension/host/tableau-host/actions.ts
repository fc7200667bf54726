import type { DashboardHost, FilterField, HostTrouble } from '../dashboard-host.ts';
import { sameField } from '../field-names.ts';
import type { FieldMapping, MappedField, SheetField } from '../panel-settings.ts';
import type { HostSheet } from '../summary.ts';
import type { Dashboard, Parameter, TableauApi, Worksheet } from './api.ts';
import type { Patience } from './patience.ts';

export interface ActionDeps {
  readonly api: TableauApi;
  readonly dashboard: Dashboard;
  readonly patience: Patience;
  readonly sheets: () => Promise<readonly HostSheet[]>;
  readonly fields: () => FieldMapping;
  readonly parameters: () => readonly Parameter[];
  /** How the last thing that was asked for went: with what trouble, or with null. */
  readonly done: (trouble: HostTrouble['doing'] | null) => void;
}

type Actions = Pick<
  DashboardHost,
  'applyFilter' | 'filterFans' | 'clearFilters' | 'selectFan' | 'setParameter'
>;

const NO_FILTER = ['All', '(All)', ''];

/** What a panel asks of the dashboard. Nothing is done here to our own state: the dashboard's events say what came of it. */
export function createActions(deps: ActionDeps): Actions {
  const { api, dashboard, patience } = deps;

  const filterSheet = (sheet: Worksheet, field: string, values: readonly string[] | null) =>
    patience(`filtering ${sheet.name}`, () =>
      values === null
        ? sheet.clearFilterAsync(field)
        : sheet.applyFilterAsync(field, [...values], api.FilterUpdateType.Replace, {
            isExcludeMode: false,
          }),
    );

  /** Also on the other worksheets that have the field; those may refuse, the one that was named must not. */
  const narrow = async (named: SheetField, values: readonly string[] | null): Promise<void> => {
    const others = await othersWith(deps, named);
    const done = await Promise.allSettled(
      [named, ...others].map(({ worksheet, field }) => {
        const sheet = sheetNamed(dashboard, worksheet);
        return filterSheet(sheet, field, values);
      }),
    );
    if (done[0]?.status === 'rejected') throw done[0].reason;
  };

  const setParameter = async (name: string, value: string): Promise<void> => {
    const parameter = deps.parameters().find((each) => each.name === name);
    if (parameter === undefined) throw new Error(`no parameter ${name}`);
    await patience(name, () => parameter.changeValueAsync(value));
  };

  const apply = async (field: MappedField, values: readonly string[] | null): Promise<void> => {
    const source = deps.fields()[field];
    if (source === undefined) return;
    if ('worksheet' in source) await narrow(source, values);
    else await setParameter(source.parameter, values?.[0] ?? everything(deps, source.parameter));
  };

  const unselect = async (worksheet: string): Promise<void> => {
    const sheet = sheetNamed(dashboard, worksheet);
    await patience(`unselecting ${worksheet}`, () => sheet.clearSelectedMarksAsync());
  };

  const clear = async (): Promise<void> => {
    const fields = Object.entries(deps.fields());
    const sheets = fields.flatMap(([field, source]) =>
      field !== 'wonder_id' && 'worksheet' in source ? [source.worksheet] : [],
    );
    const fan = deps.fields().wonder_id;
    const marked = sheets.filter(
      (name) => fan === undefined || !('worksheet' in fan) || name !== fan.worksheet,
    );
    const done = await Promise.allSettled([
      ...fields.map(([, source]) =>
        'worksheet' in source
          ? narrow(source, null)
          : setParameter(source.parameter, everything(deps, source.parameter)),
      ),
      ...[...new Set(marked)].map(unselect),
    ]);
    const failed = done.find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
  };

  const selectFan = async (wonderId: string | null): Promise<void> => {
    const source = deps.fields().wonder_id;
    if (source === undefined || !('worksheet' in source)) return;
    const sheet = sheetNamed(dashboard, source.worksheet);
    if (wonderId === null) await unselect(source.worksheet);
    else {
      const criteria = [{ fieldName: source.field, value: [wonderId] }];
      await patience('selecting', () =>
        sheet.selectMarksByValueAsync(criteria, api.SelectionUpdateType.Replace),
      );
      // A fan whom the worksheet does not show is no mark of it, and nothing is refused.
      const marks = await patience('the selection', () => sheet.getSelectedMarksAsync());
      if (!marks.data.some(({ data }) => data.length > 0)) throw new Error('nothing was selected');
    }
  };

  const doing = (what: HostTrouble['doing'], work: Promise<void>): void => {
    work.then(
      () => deps.done(null),
      () => deps.done(what),
    );
  };
  return {
    applyFilter: (field: FilterField, value) =>
      doing('filtering', apply(field, value === null ? null : [value])),
    filterFans: (wonderIds) => doing('filtering', apply('wonder_id', wonderIds)),
    clearFilters: () => doing('filtering', clear()),
    selectFan: (wonderId) => doing('selecting', selectFan(wonderId)),
    setParameter: (name, value) => doing('parameter', setParameter(name, value)),
  };
}

function sheetNamed(dashboard: Dashboard, name: string): Worksheet {
  const sheet = dashboard.worksheets.find((each) => each.name === name);
  if (sheet === undefined) throw new Error(`no worksheet ${name}`);
  return sheet;
}

async function othersWith({ sheets }: ActionDeps, named: SheetField): Promise<SheetField[]> {
  const known = await sheets().catch((): readonly HostSheet[] => []);
  return known.flatMap((sheet) => {
    const column = sheet.columns.find(
      ({ name, type }) => type !== 'number' && sameField(name, named.field),
    );
    if (sheet.name === named.worksheet || column === undefined) return [];
    return [{ worksheet: sheet.name, field: column.name }];
  });
}

/** The value of a parameter that stands for no filter. */
function everything({ parameters }: ActionDeps, name: string): string {
  const parameter = parameters().find((each) => each.name === name);
  const allowed = parameter?.allowableValues.allowableValues?.map(({ value }) => String(value));
  return NO_FILTER.find((value) => allowed?.includes(value)) ?? 'All';
}
