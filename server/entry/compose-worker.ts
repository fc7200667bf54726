import type { Hono } from 'hono';
import { createLruCache } from '../adapters/cache/lru.ts';
import { createDemoIdentity } from '../adapters/identity/demo.ts';
import { createTemplateNarrator } from '../adapters/narrator/template.ts';
import { systemClock } from '../adapters/system/clock.ts';
import { createMemoryMetrics } from '../adapters/system/memory-metrics.ts';
import { SnowflakeApiWarehouse } from '../adapters/warehouse/snowflake-api.ts';
import { WonderError } from '../domain/errors.ts';
import type { Answer } from '../http/answers.ts';
import { Publications } from '../http/publications.ts';
import { createService } from '../http/service.ts';
import { parseProject } from '../modeling/project.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Logger } from '../ports/logger.ts';
import type { Sleeper } from '../ports/sleeper.ts';
import { ExtractJobs } from '../usecases/extract-jobs.ts';
import { findPublication, type Publication } from '../usecases/find-publication.ts';
import { InsightFeedbacks } from '../usecases/insight-feedback.ts';
import { ModelPublisher } from '../usecases/publish-model.ts';
import { createQueryRunner } from '../usecases/query-runner.ts';
import type { RunDeps } from '../usecases/run-deps.ts';
import { scoringRules } from '../usecases/scoring-rules.ts';
import { RunStarter } from '../usecases/start-run.ts';
import type { WorkerSettings } from './settings/worker.ts';

/** Answers kept in one isolate, in characters of text; the edge's own cache keeps more. */
const CACHE_SIZE = 8 * 1024 * 1024;
const READ_DEADLINE_MS = 20_000;
const POINTER_AGE_MS = 30_000;
const LOCAL_HOSTS = ['localhost', '127.0.0.1', '[::1]'];

export interface WorkerComposition {
  readonly app: Hono;
  /** What the warehouse says is published, whatever was known before. */
  readonly findPublished: () => Promise<Publication>;
  /** The pointer has moved: whoever asks next waits for what it says. */
  readonly forget: () => void;
}

export interface WorkerParts {
  readonly files: Readonly<Record<string, string>>;
  readonly version: string;
  /** What the pointer says is published; undefined where it says nothing. */
  readonly readPointer: () => Promise<Publication | undefined>;
}

const ids: IdSource = {
  next: (length) => crypto.randomUUID().replaceAll('-', '').slice(0, length),
};

/** Workers keep what is written to the console. */
const logger: Logger = {
  debug: () => undefined,
  info: (message, fields) => console.log(JSON.stringify({ level: 'info', message, ...fields })),
  warn: (message, fields) => console.warn(JSON.stringify({ level: 'warn', message, ...fields })),
  error: (message, fields, cause) =>
    console.error(JSON.stringify({ level: 'error', message, ...fields }), cause),
};

const sleeper: Sleeper = {
  sleep: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
};

/** The service as a Worker runs it: reading by the SQL API; runs, training and pages are Node's. */
export function composeWorker(settings: WorkerSettings, parts: WorkerParts): WorkerComposition {
  const clock = systemClock;
  const parsed = parseProject(new Map(Object.entries(parts.files)));
  const analytics_schema = settings.snowflake.schema.toLowerCase();
  const project = { ...parsed, vars: { ...parsed.vars, analytics_schema } };
  const warehouse = new SnowflakeApiWarehouse(settings.snowflake, {
    fetch: (url, init) => fetch(url, init),
    uuid: () => crypto.randomUUID(),
    clock,
  });
  const deps: RunDeps = {
    warehouse,
    project,
    clock,
    ids,
    logger,
    instance: `worker-${ids.next(6)}`,
    minimumGroup: settings.minimumGroup,
  };
  const queries = createQueryRunner(warehouse, project);
  const { timeZone, minimumGroup } = settings;
  const noFiles = { read: async () => undefined };
  const publications = new Publications({
    find: async (signal) =>
      (await parts.readPointer()) ?? (await findPublication({ queries }, signal)),
    clock,
    logger,
    maxAgeMs: POINTER_AGE_MS,
  });
  const app = createService(
    {
      version: parts.version,
      reads: { queries, rules: scoringRules(project), minimumGroup },
      publications,
      answers: createLruCache<Answer>({
        maxSize: CACHE_SIZE,
        sizeOf: (answer) => 2 * answer.head.length,
      }),
      identity: createDemoIdentity({ role: settings.demoRole, departments: [] }),
      clock,
      ids,
      logger,
      metrics: createMemoryMetrics(),
      narrator: createTemplateNarrator({ clock }),
      pages: noFiles,
      feedback: new InsightFeedbacks(deps),
      models: new ModelPublisher(deps),
      runs: new RunStarter({ ...deps, timeZone, onEnded: () => undefined }),
      extracts: {
        refresher: undefined,
        jobs: new ExtractJobs(deps),
        missing: 'Extracts are refreshed by the service in Node.',
      },
      operations: { warehouse, project, clock, timeZone, schedule: undefined },
      sleeper,
      stopping: new AbortController().signal,
      pingWarehouse: async (signal) => {
        await warehouse.query({ sql: 'select 1 as answer' }, { signal });
      },
      timeZone,
      deadlineMs: READ_DEADLINE_MS,
      tableauPages: {
        frameAncestors: [],
        extensionsJs: undefined,
        copies: noFiles,
        publicUrl: undefined,
        manifests: {
          read: () =>
            Promise.reject(
              new WonderError('not_found', { detail: 'A Worker serves no manifests.' }),
            ),
        },
      },
      // The portal's tokens are signed in Node.
      portal: { site: undefined, dashboards: [], missing: ['TABLEAU_URL'], tokens: undefined },
      // Everyone is signed in as a demo role: nobody but this machine may ask, wherever it is deployed.
      hostNames: new Set(LOCAL_HOSTS),
      isDraining: () => false,
    },
    { serverUrl: '/' },
  );
  return {
    app,
    findPublished: () => findPublication({ queries }),
    forget: () => publications.invalidate(),
  };
}
