/** The dashboard that the double plays. */
export interface DashboardConfig {
  readonly name: string;
  readonly mode: 'authoring' | 'viewing';
  readonly locale: string;
  readonly zone: { readonly width: number; readonly height: number };
  readonly worksheets: readonly WorksheetConfig[];
  /** A field and the worksheets that share its filter. */
  readonly filters: readonly FilterConfig[];
  readonly parameters: readonly ParameterConfig[];
  /** When the extract behind all worksheets was refreshed; null: the data are live. */
  readonly extractUpdateTime: string | null;
  readonly formatting: readonly FormattingConfig[] | null;
  readonly settings: Readonly<Record<string, string>>;
  /** Verbs that are refused from the start. */
  readonly fail?: readonly string[];
  readonly latencyMs?: number;
  /** Never answers, not even the first greeting. */
  readonly silent?: boolean;
}

export type CellConfig = string | number | null;

export interface WorksheetConfig {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly dataType: string }[];
  readonly rows: readonly (readonly CellConfig[])[];
}

export interface FilterConfig {
  readonly field: string;
  readonly worksheets: readonly string[];
  readonly values?: readonly string[];
  readonly exclude?: boolean;
}

export interface ParameterConfig {
  readonly name: string;
  readonly value: string;
  readonly allowed: readonly string[];
}

export interface FormattingConfig {
  readonly classNameKey: string;
  readonly cssProperties: Readonly<Record<string, string>>;
}
