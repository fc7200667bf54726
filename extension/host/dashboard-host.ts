/** The dashboard a panel sits in, as far as a panel cares. One adapter per kind of host. */
export interface DashboardHost {
  /** What the dashboard says now. Read again after every change: events only say that something changed. */
  readonly state: () => HostState;
  /** Calls `listener` after every change; returns how to stop. A burst of changes may be a burst of calls. */
  readonly observe: (listener: () => void) => () => void;
  /** Asks the dashboard to narrow a field to one value, or with null to lift that filter. */
  readonly applyFilter: (field: FilterField, value: string | null) => void;
  readonly clearFilters: () => void;
  /** Asks the dashboard to select one fan, or with null nobody. */
  readonly selectFan: (wonderId: string | null) => void;
}

export interface HostState {
  readonly filters: HostFilters;
  /** The wonder ids of the selected marks. */
  readonly selection: readonly string[];
  /** Null: whatever the viewer's system prefers. */
  readonly theme: Theme | null;
  /** Settings can be saved in authoring mode only. */
  readonly mode: 'viewing' | 'authoring';
  /** The viewer's locale where the host knows it, else null. */
  readonly locale: string | null;
  /** The day the dashboard's own worksheets show (its extract), where the host knows it. */
  readonly extractDate: string | null;
  /** Who the preview plays; null outside it. */
  readonly viewer: DemoViewer | null;
}

export const FILTER_FIELDS = ['sport', 'affiliation', 'loyalty_tier', 'tier'] as const;

export type FilterField = (typeof FILTER_FIELDS)[number];
export type HostFilters = Readonly<Partial<Record<FilterField, string>>>;
export type Theme = 'light' | 'dark';

export interface DemoViewer {
  readonly role: string;
  readonly departments: readonly string[];
}

/** A dashboard in which nothing is filtered, selected or known. */
export const EMPTY_HOST_STATE: HostState = {
  filters: {},
  selection: [],
  theme: null,
  mode: 'viewing',
  locale: null,
  extractDate: null,
  viewer: null,
};
