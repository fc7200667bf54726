import {
  type DemoViewer,
  FIGURES,
  FILTER_FIELDS,
  type FilterField,
  type HostFigures,
  type HostFilters,
  type HostState,
  type UnfollowedFilter,
} from './dashboard-host.ts';
import { EMPTY_HOST_STATE } from './empty-state.ts';
import { MAPPED_FIELDS } from './panel-settings.ts';
import { parseSettings } from './parse-settings.ts';
import { isRecord, textOrNull, textsOf } from './unknown-values.ts';

/** What a panel says to the preview page around it. */
export type PanelMessage =
  | { readonly wonder: 'hello' }
  | { readonly wonder: 'clear-filters' }
  | {
      readonly wonder: 'apply-filter';
      readonly field: FilterField;
      readonly value: string | null;
    }
  | { readonly wonder: 'select-fan'; readonly wonderId: string | null }
  | { readonly wonder: 'filter-fans'; readonly wonderIds: readonly string[] | null }
  | { readonly wonder: 'set-parameter'; readonly name: string; readonly value: string };

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
  if (data.wonder === 'filter-fans') {
    const wonderIds = data.wonderIds === null ? null : textsOf(data.wonderIds);
    return { wonder: 'filter-fans', wonderIds };
  }
  const name = textOrNull(data.name);
  if (data.wonder === 'set-parameter' && name !== null) {
    return { wonder: 'set-parameter', name, value: textOrNull(data.value) ?? '' };
  }
  const field = FILTER_FIELDS.find((each) => each === data.field);
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
    // Fonts, abilities and trouble are those of a page of ours.
    ...EMPTY_HOST_STATE,
    filters: isRecord(data.filters) ? parseFilters(data.filters) : {},
    unfollowed: Array.isArray(data.unfollowed) ? data.unfollowed.flatMap(parseUnfollowed) : [],
    selection: textsOf(data.selection),
    fanList: Array.isArray(data.fanList) ? textsOf(data.fanList) : null,
    parameters: isRecord(data.parameters) ? parseTexts(data.parameters) : {},
    figures: isRecord(data.figures) ? parseFigures(data.figures) : {},
    theme: data.theme === 'light' || data.theme === 'dark' ? data.theme : null,
    mode: data.mode === 'authoring' ? 'authoring' : EMPTY_HOST_STATE.mode,
    locale: textOrNull(data.locale),
    extractDate: textOrNull(data.extractDate),
    extractUpdatedAt: textOrNull(data.extractUpdatedAt),
    settings: parseSettings(data.settings),
    viewer: parseViewer(data.viewer),
  };
}

function parseFilters(data: Record<string, unknown>): HostFilters {
  const entries = FILTER_FIELDS.map((field) => [field, textOrNull(data[field])]);
  return Object.fromEntries(entries.filter(([, value]) => value !== null));
}

function parseTexts(data: Record<string, unknown>): Record<string, string> {
  const entries = Object.entries(data).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  return Object.fromEntries(entries);
}

function parseFigures(data: Record<string, unknown>): HostFigures {
  const figures: Partial<Record<(typeof FIGURES)[number], number>> = {};
  for (const name of FIGURES) {
    const value = data[name];
    if (typeof value === 'number' && Number.isFinite(value)) figures[name] = value;
  }
  return figures;
}

function parseUnfollowed(data: unknown): UnfollowedFilter[] {
  if (!isRecord(data)) return [];
  const because = (['values', 'unread', 'unmapped'] as const).find((why) => why === data.because);
  const field = MAPPED_FIELDS.find((name) => name === data.field) ?? null;
  const label = textOrNull(data.label);
  return because === undefined || label === null ? [] : [{ field, label, because }];
}

function parseViewer(data: unknown): DemoViewer | null {
  const role = isRecord(data) ? textOrNull(data.role) : null;
  return role !== null && isRecord(data) ? { role, departments: textsOf(data.departments) } : null;
}
