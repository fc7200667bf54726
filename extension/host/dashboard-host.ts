import type { MappedField, PanelSettings } from './panel-settings.ts';
import type { HostSheet, SummaryQuestion, SummaryTable } from './summary.ts';

/** The dashboard a panel sits in, as far as a panel cares. One adapter per kind of host. */
export interface DashboardHost {
  /** What the dashboard says now. Read again after every change: events only say that something changed. */
  readonly state: () => HostState;
  /** Calls `listener` after every change; returns how to stop. A burst of changes may be a burst of calls. */
  readonly observe: (listener: () => void) => () => void;
  /** Asks the dashboard to narrow a field to one value, or with null to lift that filter. */
  readonly applyFilter: (field: FilterField, value: string | null) => void;
  /** Asks the dashboard to show these fans only, or with null to lift that. */
  readonly filterFans: (wonderIds: readonly string[] | null) => void;
  readonly clearFilters: () => void;
  /** Asks the dashboard to select one fan, or with null nobody. */
  readonly selectFan: (wonderId: string | null) => void;
  readonly setParameter: (name: string, value: string) => void;
  /** The worksheets of the dashboard with their columns. Rejects with HostError. */
  readonly readSheets: () => Promise<readonly HostSheet[]>;
  /** Rows of a worksheet, as it is filtered now; none where it is empty. Rejects with HostError. */
  readonly readSummary: (question: SummaryQuestion) => Promise<SummaryTable>;
  /** Opens a page of ours over the dashboard; resolves with what it was closed with, or null. Rejects with HostError. */
  readonly openDialog: (request: DialogRequest) => Promise<string | null>;
  /** Keeps settings in the workbook. Rejects with HostError, `viewing` where nobody is authoring. */
  readonly saveSettings: (settings: PanelSettings) => Promise<void>;
}

export interface HostState {
  readonly filters: HostFilters;
  /** Filters of the dashboard that `filters` cannot say: what is shown is not narrowed by them. */
  readonly unfollowed: readonly UnfollowedFilter[];
  /** The wonder ids of the selected marks. */
  readonly selection: readonly string[];
  /** Whom a filter on wonder ids leaves, where that is more than one fan; null without such a filter. */
  readonly fanList: readonly string[] | null;
  /** Parameters of the dashboard by name, as text. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Figures that worksheets show themselves, where the settings say which. */
  readonly figures: HostFigures;
  /** Null: whatever the viewer's system prefers. */
  readonly theme: Theme | null;
  /** How the workbook writes; null where it does not say. */
  readonly fonts: HostFonts | null;
  /** Settings can be saved in authoring mode only. */
  readonly mode: 'viewing' | 'authoring';
  /** The viewer's locale where the host knows it, else null. */
  readonly locale: string | null;
  /** The day the dashboard's own worksheets show (its extract), where the host knows it. */
  readonly extractDate: string | null;
  /** The moment the dashboard's extract was last refreshed, ISO 8601, where the host knows it. */
  readonly extractUpdatedAt: string | null;
  readonly settings: PanelSettings;
  readonly abilities: HostAbilities;
  /** What the dashboard did not do lately; null when all went well. */
  readonly trouble: HostTrouble | null;
  /** Who the preview plays; null outside it. */
  readonly viewer: DemoViewer | null;
}

export const FILTER_FIELDS = ['sport', 'affiliation', 'loyalty_tier', 'tier'] as const;
/** Figures that a worksheet may show as well; the last seven count the fans of a segment. */
export const FIGURES = [
  'wonder_score',
  'fans',
  'high_risk_fans',
  'value_at_risk',
  'elite',
  'champions',
  'at_risk',
  'high_value',
  'inactive',
  'advocates',
  'new_members',
] as const;

export type FilterField = (typeof FILTER_FIELDS)[number];
export type FigureName = (typeof FIGURES)[number];
export type HostFilters = Readonly<Partial<Record<FilterField, string>>>;
export type HostFigures = Readonly<Partial<Record<FigureName, number>>>;
export type Theme = 'light' | 'dark';

export interface UnfollowedFilter {
  /** What it narrows: a field of ours, or null for one that the settings do not name. */
  readonly field: MappedField | null;
  /** As the dashboard calls it. */
  readonly label: string;
  /** `values`: several, excluded or a range; `unread`: the dashboard did not say; `unmapped`: no field of ours. */
  readonly because: 'values' | 'unread' | 'unmapped';
}

/** What the dashboard can be asked to do, as its settings are now. */
export interface HostAbilities {
  readonly filter: readonly FilterField[];
  readonly filterFans: boolean;
  readonly selectFan: boolean;
}

export interface HostTrouble {
  readonly doing: 'filtering' | 'selecting' | 'parameter';
  /** Grows with every trouble, so that the same one twice is seen twice. */
  readonly count: number;
}

export interface HostFonts {
  /** CSS font families. */
  readonly title: string | null;
  readonly text: string | null;
}

export interface DialogRequest {
  /** A page of this service. */
  readonly path: string;
  readonly payload: string;
  readonly width: number;
  readonly height: number;
}

export interface DemoViewer {
  readonly role: string;
  readonly departments: readonly string[];
}
