/** Risks from `from` up to below `to`; with `to` 100, up to 100 itself. */
export interface RiskRange {
  readonly from: number;
  readonly to: number;
}

/** Those at high risk: what the panel is about until someone chooses otherwise. */
export const AT_RISK: RiskRange = { from: 70, to: 100 };

export const RISK_STEP = 10;
