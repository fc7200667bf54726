import { type ReadonlySignal, signal } from '@preact/signals';
import { type DashboardHost, FIGURES, type FigureName } from '../host/dashboard-host.ts';
import { guessFields } from '../host/guess-fields.ts';
import { HostError } from '../host/host-error.ts';
import {
  type FieldMapping,
  type FieldSource,
  type FigureMapping,
  MAPPED_FIELDS,
  type MappedField,
  type PanelSettings,
  type SheetField,
} from '../host/panel-settings.ts';
import type { HostSheet } from '../host/summary.ts';
import { checkField, type FieldCheck, type FieldCheckDeps } from './check-field.ts';
import { checkFigure, type FigureCheck } from './check-figure.ts';
import { checkService, type ServiceCheck, type ServiceCheckDeps } from './check-service.ts';
import { debounce, type Timers } from './timers.ts';

/** A field's row: what stands for it, and what is wrong with that. */
export interface FieldRow {
  /** A worksheet without a field yet is half an answer. */
  readonly source: FieldSource | { readonly worksheet: string } | null;
  readonly guessed: boolean;
  readonly check: FieldCheck | null;
}

/** A figure's row: the worksheet that shows it, too. */
export interface FigureRow {
  readonly source: SheetField | null;
  readonly check: FigureCheck | null;
}

export type FigureRows = Readonly<Partial<Record<FigureName, FigureRow>>>;
export type FieldRows = Readonly<Record<MappedField, FieldRow>>;

export type Saving =
  | { readonly kind: 'no' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly viewing: boolean };

export interface ConfigureModel {
  readonly sheets: readonly HostSheet[];
  readonly parameters: readonly string[];
  readonly address: ReadonlySignal<string>;
  readonly service: ReadonlySignal<ServiceCheck>;
  readonly rows: ReadonlySignal<FieldRows>;
  readonly figures: ReadonlySignal<FigureRows>;
  /** Everything else, as it would be saved. */
  readonly draft: ReadonlySignal<PanelSettings>;
  readonly saving: ReadonlySignal<Saving>;
  readonly setAddress: (text: string) => void;
  readonly setSource: (field: MappedField, source: FieldRow['source']) => void;
  readonly setFigure: (figure: FigureName, source: SheetField | null) => void;
  readonly change: (part: Partial<Pick<PanelSettings, 'department' | 'theme' | 'orb'>>) => void;
  readonly problems: () => number;
  readonly save: () => Promise<void>;
}

export interface ConfigureDeps extends ServiceCheckDeps, FieldCheckDeps {
  readonly host: DashboardHost;
  readonly sheets: readonly HostSheet[];
  readonly timers: Timers;
  readonly saved: () => void;
}

const TYPING_MS = 400;

/** The form of the configure dialog; what an author saved before, else what the worksheets suggest, is in it. */
export function createConfigure(deps: ConfigureDeps): ConfigureModel {
  const { host, sheets, timers } = deps;
  const { settings, parameters } = host.state();
  const isNew = Object.keys(settings.fields).length === 0;
  const address = signal(settings.service ?? deps.home);
  const service = signal<ServiceCheck>({ kind: 'checking' });
  const draft = signal(settings);
  const rows = signal(rowsOf(isNew ? guessFields(sheets) : settings.fields, isNew));
  const figures = signal<FigureRows>({});
  const saving = signal<Saving>({ kind: 'no' });
  const flights = new Map<string, AbortController>();

  /** One check per place at a time; an answer that comes late is nobody's. */
  const latest = (place: string): AbortSignal => {
    flights.get(place)?.abort();
    const flight = new AbortController();
    flights.set(place, flight);
    return flight.signal;
  };
  const put = (field: MappedField, part: Partial<FieldRow>): void => {
    const now = rows.peek();
    rows.value = { ...now, [field]: { ...now[field], ...part } };
  };
  const testField = (field: MappedField): void => {
    const aborted = latest(field);
    const { source } = rows.peek()[field];
    if (source === null || !('field' in source)) {
      put(field, { check: null });
      return;
    }
    put(field, { check: { kind: 'checking' } });
    checkField(deps, { field, source }, aborted).then(
      (check) => {
        if (!aborted.aborted) put(field, { check });
      },
      () => {},
    );
  };
  const setFigure = (figure: FigureName, source: SheetField | null): void => {
    const aborted = latest(`figure ${figure}`);
    const become = (check: FigureCheck | null): void => {
      figures.value = { ...figures.peek(), [figure]: { source, check } };
    };
    become(source && { kind: 'checking' });
    if (source === null) return;
    void checkFigure(host, source).then((check) => {
      if (!aborted.aborted) become(check);
    });
  };
  const testService = (): void => {
    const aborted = latest('service');
    service.value = { kind: 'checking' };
    checkService(deps, address.peek().trim(), aborted).then(
      (check) => {
        if (!aborted.aborted) service.value = check;
      },
      () => {},
    );
  };
  const typed = debounce(timers, TYPING_MS, testService);
  const problems = (): number =>
    (service.value.kind === 'wrong' ? 1 : 0) +
    MAPPED_FIELDS.filter((field) => isWrong(rows.value[field])).length +
    Object.values(figures.value).filter(({ check }) => check?.kind === 'wrong').length;

  testService();
  for (const field of MAPPED_FIELDS) testField(field);
  for (const figure of FIGURES) {
    const source = settings.figures[figure];
    if (source !== undefined) setFigure(figure, source);
  }
  return {
    sheets,
    parameters: Object.keys(parameters),
    address,
    service,
    rows,
    figures,
    draft,
    saving,
    problems,
    setAddress: (text) => {
      address.value = text;
      service.value = { kind: 'checking' };
      typed.call();
    },
    setSource: (field, source) => {
      put(field, { source, guessed: false });
      testField(field);
    },
    setFigure,
    change: (part) => {
      draft.value = { ...draft.peek(), ...part };
    },
    save: async () => {
      if (problems() > 0 || service.peek().kind !== 'good') return;
      saving.value = { kind: 'saving' };
      try {
        const { origin } = new URL(address.peek().trim());
        await host.saveSettings({
          ...draft.peek(),
          service: origin,
          fields: mappingOf(rows.peek()),
          figures: figuresOf(figures.peek()),
        });
        deps.saved();
      } catch (error) {
        const viewing = error instanceof HostError && error.code === 'viewing';
        saving.value = { kind: 'failed', viewing };
      }
    },
  };
}

function rowsOf(fields: FieldMapping, guessed: boolean): FieldRows {
  const row = (field: MappedField): FieldRow => ({
    source: fields[field] ?? null,
    guessed: guessed && fields[field] !== undefined,
    check: null,
  });
  return {
    wonder_id: row('wonder_id'),
    sport: row('sport'),
    affiliation: row('affiliation'),
    loyalty_tier: row('loyalty_tier'),
    tier: row('tier'),
  };
}

function mappingOf(rows: FieldRows): FieldMapping {
  const fields: Partial<Record<MappedField, FieldSource>> = {};
  for (const field of MAPPED_FIELDS) {
    const { source } = rows[field];
    if (source !== null && ('field' in source || 'parameter' in source)) fields[field] = source;
  }
  return fields;
}

function figuresOf(rows: FigureRows): FigureMapping {
  const chosen = Object.entries(rows).flatMap(([figure, { source }]) =>
    source === null ? [] : [[figure, source] as const],
  );
  return Object.fromEntries(chosen);
}

/** A worksheet without a field, or a field that holds something else. */
export function isWrong({ source, check }: FieldRow): boolean {
  const isHalf = source !== null && 'worksheet' in source && !('field' in source);
  return isHalf || check?.kind === 'wrong';
}
