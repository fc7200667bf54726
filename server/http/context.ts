import type { Cache } from '../ports/cache.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Identity } from '../ports/identity.ts';
import type { Logger } from '../ports/logger.ts';
import type { ManifestTemplates } from '../ports/manifest-templates.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Narrator } from '../ports/narrator.ts';
import type { PageFiles } from '../ports/page-files.ts';
import type { Sleeper } from '../ports/sleeper.ts';
import type { OperationsDeps } from '../usecases/describe-operations.ts';
import type { ExtractJobs } from '../usecases/extract-jobs.ts';
import type { InsightFeedbacks } from '../usecases/insight-feedback.ts';
import type { ModelPublisher } from '../usecases/publish-model.ts';
import type { ReadDeps } from '../usecases/read-context.ts';
import type { ExtractRefresher } from '../usecases/refresh-extracts.ts';
import type { RunStarter } from '../usecases/start-run.ts';
import type { Answer } from './answers.ts';
import type { PortalContext } from './portal-context.ts';
import type { Publications } from './publications.ts';

/** The Tableau around the panel pages, as far as the service is told. */
export interface TableauContext {
  /** Origins that may frame the panel pages, as CSP sources; the service's own may always. */
  readonly frameAncestors: readonly string[];
  /** Where the Extensions library is on another host; undefined: only the operator's copy, if any. */
  readonly extensionsJs: string | undefined;
  /** What the operator put beside the data: the library may be there. */
  readonly copies: PageFiles;
  /** The address others reach the service by; undefined: this machine only. */
  readonly publicUrl: string | undefined;
  readonly manifests: ManifestTemplates;
}

/** What the routes work with. */
export interface HttpContext {
  readonly version: string;
  readonly reads: ReadDeps;
  readonly publications: Publications;
  readonly answers: Cache<Answer>;
  readonly identity: Identity;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly pages: PageFiles;
  readonly narrator: Narrator;
  /** What readers say of insights. */
  readonly feedback: InsightFeedbacks;
  /** Puts models in use. */
  readonly models: ModelPublisher;
  /** Starts, retries and calls off runs. */
  readonly runs: RunStarter;
  readonly sleeper: Sleeper;
  /** Freshness of the sources and the schedule. */
  readonly operations: OperationsDeps;
  /** The extracts of the Tableau site; without a refresher, `missing` says what is not set. */
  readonly extracts: {
    readonly refresher: ExtractRefresher | undefined;
    readonly jobs: ExtractJobs;
    readonly missing: string;
  };
  /** Ends streams once the process is about to stop. */
  readonly stopping: AbortSignal;
  /** Rejects where the warehouse does not answer. */
  readonly pingWarehouse: (signal: AbortSignal) => Promise<void>;
  readonly timeZone: string;
  /** After this a read is called off and answered with 504. */
  readonly deadlineMs: number;
  /** The Tableau that the panel pages are shown in. */
  readonly tableauPages: TableauContext;
  readonly portal: PortalContext;
  /** Host names this service answers to; undefined: any. Keeps a hostile page from reaching loopback by a name of its own. */
  readonly hostNames: ReadonlySet<string> | undefined;
  /** True once the process is about to stop: readiness says so. */
  readonly isDraining: () => boolean;
}
