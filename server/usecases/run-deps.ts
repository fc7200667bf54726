import type { KeptTables } from '../modeling/kept-tables.ts';
import type { SqlProject } from '../modeling/project.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Logger } from '../ports/logger.ts';
import type { Sleeper } from '../ports/sleeper.ts';
import type { Warehouse } from '../ports/warehouse.ts';
import type { LearningSettings } from './learning-deps.ts';

/** How often a stage that failed is tried again, and after how long. */
export interface StageRetries {
  /** Beyond the first attempt. */
  readonly most: number;
  readonly delayMs: number;
  readonly sleeper: Sleeper;
}

/** The extracts that show a run's scores. */
export interface RunExtracts {
  /**
   * Refreshes each once for a run and waits for their ends; one that failed does not stop the others.
   * Where it is called off, what Tableau does goes on and is followed when the service is there again.
   */
  refreshFor(runId: string, signal: AbortSignal | undefined): Promise<ExtractsOutcome>;
}

export interface ExtractsOutcome {
  readonly refreshed: number;
  /** A sentence for each that was not. */
  readonly failures: readonly string[];
  /** Some are not over. */
  readonly isOpen: boolean;
}

/** What every use case about runs works with. */
export interface RunDeps {
  readonly warehouse: Warehouse;
  readonly project: SqlProject;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly logger: Logger;
  /** Names this process; another process has another. */
  readonly instance: string;
  /** Over the project's retention_days, where the operator set one. */
  readonly retentionDays?: number;
  /** Smallest group that insights may be about (K_MIN); without it 10. */
  readonly minimumGroup?: number;
  /** Without them a stage that fails ends its run. */
  readonly stageRetries?: StageRetries;
  /**
   * Writes down how a run ended once the warehouse takes it; without it that is for the next start to find out.
   * Never throws: what fails for another reason is logged.
   */
  readonly recordLater?: (write: () => Promise<void>) => void;
  /** How many models of `sql/` run at the same time; without it one. */
  readonly modelsAtOnce?: number;
  /** For runs one after another between which nothing is loaded; without it each reads all that landed. */
  readonly kept?: KeptTables;
  /** Without it nothing trains models. */
  readonly learning?: LearningSettings;
  /** Without it, the stage that refreshes extracts is skipped. */
  readonly extracts?: RunExtracts | { readonly skippedBecause: string };
}

/** 'YYYY-MM-DD HH:MM:SS.sss' in UTC, as timestamps are bound: `cast(? as timestamp)`. */
export function sqlTimestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('T', ' ').replace('Z', '');
}

/** Full name of a table of the analytics schema. */
export function analyticsTable(project: SqlProject, table: string): string {
  return `${project.vars.analytics_schema}.${table}`;
}

/** A number from dbt_project.yml's vars. */
export function numberVar(project: SqlProject, name: string): number {
  return Number(project.vars[name]);
}
