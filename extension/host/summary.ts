/** A worksheet as the configure dialog needs to know it. */
export interface HostSheet {
  readonly name: string;
  readonly columns: readonly HostColumn[];
}

export interface HostColumn {
  /** As formulas and filters call it; captions such as AVG(Wonder Score) included. */
  readonly name: string;
  readonly type: 'text' | 'number' | 'date' | 'other';
}

export interface SummaryQuestion {
  readonly worksheet: string;
  /** Column names; those that the worksheet has not are left out of the answer. */
  readonly columns: readonly string[];
  readonly maxRows: number;
}

export type SummaryCell = string | number | boolean | null;

export interface SummaryTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SummaryCell[])[];
  /** How many rows the worksheet has, also beyond `maxRows`. */
  readonly totalRows: number;
}
