import type { FigureName } from './dashboard-host.ts';

/** What an author sets once for a panel; kept in the workbook, readable by anyone who has it. */
export interface PanelSettings {
  /** The service's address; null: the one the panel came from. */
  readonly service: string | null;
  /** Whose words and cards the panel shows; null: the viewer's own. */
  readonly department: string | null;
  /** Null: as the workbook looks. */
  readonly theme: 'light' | 'dark' | null;
  readonly orb: boolean;
  /** Which worksheet and field, or which parameter, means what. */
  readonly fields: FieldMapping;
  /** Which worksheet shows a figure of ours. */
  readonly figures: FigureMapping;
}

export const MAPPED_FIELDS = ['wonder_id', 'sport', 'affiliation', 'loyalty_tier', 'tier'] as const;

export type MappedField = (typeof MAPPED_FIELDS)[number];
export type FieldMapping = Readonly<Partial<Record<MappedField, FieldSource>>>;
export type FigureMapping = Readonly<Partial<Record<FigureName, SheetField>>>;
export type FieldSource = SheetField | ParameterSource;

export interface SheetField {
  readonly worksheet: string;
  readonly field: string;
}

/** A parameter that stands for a field. "All", "(All)" and nothing mean no filter. */
export interface ParameterSource {
  readonly parameter: string;
}

export const DEFAULT_SETTINGS: PanelSettings = {
  service: null,
  department: null,
  theme: null,
  orb: false,
  fields: {},
  figures: {},
};
