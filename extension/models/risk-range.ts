/** Risks from `from` up to below `to`; with `to` 100, up to 100 itself. */
export interface RiskRange {
  readonly from: number;
  readonly to: number;
}

export const RISK_STEP = 10;
