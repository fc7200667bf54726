import {
  type DemoViewer,
  EMPTY_HOST_STATE,
  FILTER_FIELDS,
  type FilterField,
  type HostFilters,
  type HostState,
} from './dashboard-host.ts';

/** What a panel says to the preview page around it. */
export type PanelMessage =
  | { readonly wonder: 'hello' }
  | { readonly wonder: 'clear-filters' }
  | {
      readonly wonder: 'apply-filter';
      readonly field: FilterField;
      readonly value: string | null;
    }
  | { readonly wonder: 'select-fan'; readonly wonderId: string | null };

/** What the preview page says to its panels. */
export interface StageMessage {
  readonly wonder: 'state';
  readonly state: HostState;
}

/** Null for anything that is not ours: other scripts and browser extensions post messages too. */
export function parsePanelMessage(data: unknown): PanelMessage | null {
  if (!isRecord(data)) return null;
  if (data.wonder === 'hello' || data.wonder === 'clear-filters') return { wonder: data.wonder };
  if (data.wonder === 'select-fan') {
    return { wonder: 'select-fan', wonderId: textOrNull(data.wonderId) };
  }
  const field = FILTER_FIELDS.find((name) => name === data.field);
  return data.wonder === 'apply-filter' && field !== undefined
    ? { wonder: 'apply-filter', field, value: textOrNull(data.value) }
    : null;
}

export function parseStageMessage(data: unknown): StageMessage | null {
  return isRecord(data) && data.wonder === 'state' && isRecord(data.state)
    ? { wonder: 'state', state: parseState(data.state) }
    : null;
}

function parseState(data: Record<string, unknown>): HostState {
  return {
    filters: isRecord(data.filters) ? parseFilters(data.filters) : {},
    selection: textsOf(data.selection),
    theme: data.theme === 'light' || data.theme === 'dark' ? data.theme : null,
    mode: data.mode === 'authoring' ? 'authoring' : EMPTY_HOST_STATE.mode,
    locale: textOrNull(data.locale),
    extractDate: textOrNull(data.extractDate),
    viewer: parseViewer(data.viewer),
  };
}

function parseFilters(data: Record<string, unknown>): HostFilters {
  const entries = FILTER_FIELDS.map((field) => [field, textOrNull(data[field])]);
  return Object.fromEntries(entries.filter(([, value]) => value !== null));
}

function parseViewer(data: unknown): DemoViewer | null {
  const role = isRecord(data) ? textOrNull(data.role) : null;
  return role !== null && isRecord(data) ? { role, departments: textsOf(data.departments) } : null;
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null;
}

function textOrNull(data: unknown): string | null {
  return typeof data === 'string' && data !== '' ? data : null;
}

function textsOf(data: unknown): readonly string[] {
  return Array.isArray(data) ? data.filter((item) => typeof item === 'string') : [];
}
