import type { Department } from '../domain/departments.ts';

/** Which text a writing model is asked for: once. */
export interface NarrationCall {
  readonly runId: string;
  readonly department: Department;
  readonly kind: 'summary' | 'department';
}

/** A proven text of a model. */
export interface WrittenText {
  readonly text: string;
  readonly model: string;
  /** Milliseconds since 1970 UTC. */
  readonly writtenAt: number;
}

/** Whether a call may be made: it may; the day's budget is spent; it was made and gave nothing; or its text. */
export type Claim = 'free' | 'spent' | 'asked' | WrittenText;

/** Who was asked for what: kept over restarts, and shared by every instance of the service. */
export interface NarrationLedger {
  /** Takes a call, if it is free: of two that claim the same, one gets it. */
  claim(call: NarrationCall): Promise<Claim>;
  /** Keeps what a claimed call gave. */
  keep(call: NarrationCall, written: WrittenText): Promise<void>;
}
