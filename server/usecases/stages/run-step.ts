import type { RunStage } from '../../domain/run.ts';
import type { ModelStage } from '../../modeling/graph.ts';
import type { ModelRunner, RunVars } from '../../modeling/run-models.ts';
import type { RunDeps } from '../run-deps.ts';
import type { RunRecords } from '../run-records.ts';
import type { ScoringLease } from '../scoring-lease.ts';
import type { TrainingPlan } from './model.ts';

/** What a stage works with: the run it belongs to, and how it is recorded. */
export interface RunContext {
  readonly deps: RunDeps;
  readonly runId: string;
  /** The as-of date D, ISO. */
  readonly scoreDate: string;
  readonly vars: RunVars;
  readonly records: RunRecords;
  readonly lease: ScoringLease;
  readonly models: ModelRunner;
  /** Publishes although a data gate refuses. */
  readonly overrideReason: string | undefined;
  /** A day of the past on the way to a newer one: only its scores are wanted. */
  readonly isHistory: boolean;
  /** Whether models are trained. */
  readonly training: TrainingPlan;
  /** Whether published models predict; else the risk is the rule-based one. */
  readonly predicts: boolean;
  readonly signal: AbortSignal | undefined;
  /** Runs the SQL models of a stage and tells how far they are; answers the rows of the permanent tables. */
  readonly runModels: (stage: ModelStage) => Promise<number>;
}

export interface StepOutcome {
  readonly rows: number;
  /** What became of it, in words. */
  readonly note?: string;
  /** Nothing was done, and why: the stage is recorded as skipped. */
  readonly skipped?: string;
  /** It goes on when the process is there again, and is not over until then. */
  readonly isOpen?: boolean;
  /** Why the run must not be published: it ends here, refused. */
  readonly refused?: readonly string[];
}

/** One stage of a run. It may be run again after a failure, so what it writes replaces what it wrote before. */
export interface RunStep {
  readonly name: RunStage;
  /** Answers the rows it wrote, or what else became of it. */
  readonly run: (context: RunContext) => Promise<number | StepOutcome>;
}
