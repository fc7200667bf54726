/** Something an operator should look at. */
export interface Alert {
  readonly kind: 'run_failed' | 'run_refused' | 'extracts_failed';
  readonly run_id: string;
  /** The as-of date, ISO. */
  readonly score_date: string;
  /** The stage it stopped in. */
  readonly stage: string | null;
  /** A sentence; never SQL, a path or a secret. */
  readonly because: string;
}

/** Tells operators. Never rejects: what cannot be told is logged. */
export interface Alerts {
  send(alert: Alert): Promise<void>;
}
