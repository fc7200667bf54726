import type { Hono } from 'hono';
import { createLruCache } from '../../server/adapters/cache/lru.ts';
import { createDemoIdentity } from '../../server/adapters/identity/demo.ts';
import { createTemplateNarrator } from '../../server/adapters/narrator/template.ts';
import { createCronSchedule } from '../../server/adapters/system/cron-schedule.ts';
import { createManifestTemplates } from '../../server/adapters/system/manifest-templates.ts';
import { createMemoryMetrics } from '../../server/adapters/system/memory-metrics.ts';
import { createPageFiles } from '../../server/adapters/system/page-files.ts';
import { createRandomIds } from '../../server/adapters/system/random-ids.ts';
import { systemSleeper } from '../../server/adapters/system/sleeper.ts';
import { createGatedWarehouse } from '../../server/adapters/warehouse/gated-warehouse.ts';
import { WonderError } from '../../server/domain/errors.ts';
import type { Answer } from '../../server/http/answers.ts';
import type { HttpContext } from '../../server/http/context.ts';
import type { PortalContext } from '../../server/http/portal-context.ts';
import { Publications } from '../../server/http/publications.ts';
import { createService } from '../../server/http/service.ts';
import type { LogFields, Logger } from '../../server/ports/logger.ts';
import type { Narrator } from '../../server/ports/narrator.ts';
import type { ReadableWarehouse } from '../../server/ports/readable-warehouse.ts';
import type { Sleeper } from '../../server/ports/sleeper.ts';
import type { Statement, StatementOptions } from '../../server/ports/warehouse.ts';
import { ExtractJobs } from '../../server/usecases/extract-jobs.ts';
import { findPublication } from '../../server/usecases/find-publication.ts';
import { InsightFeedbacks } from '../../server/usecases/insight-feedback.ts';
import { ModelPublisher } from '../../server/usecases/publish-model.ts';
import { createQueryRunner } from '../../server/usecases/query-runner.ts';
import type { ExtractRefresher } from '../../server/usecases/refresh-extracts.ts';
import type { RunDeps } from '../../server/usecases/run-deps.ts';
import { scoringRules } from '../../server/usecases/scoring-rules.ts';
import { RunStarter } from '../../server/usecases/start-run.ts';

/** What happens to statements on their way to the warehouse; a test changes it as it goes. */
export interface Weather {
  isDown: boolean;
  delayMs: number;
  /** Statements that were asked for, by their text. */
  readonly asked: Statement[];
  /** Statements called off before they had an answer. */
  cancelled: number;
}

export interface TestService {
  readonly app: Hono;
  readonly context: HttpContext;
  readonly weather: Weather;
  /** Milliseconds since 1970 UTC; moved by hand. */
  readonly time: { now: number };
  readonly logged: { message: string; fields: LogFields | undefined }[];
  readonly starter: RunStarter;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  json(path: string, headers?: Readonly<Record<string, string>>): Promise<unknown>;
}

function delayed(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  if (milliseconds === 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new WonderError('cancelled', { detail: 'called off' }));
    });
  });
}

function under(weather: Weather, warehouse: ReadableWarehouse): ReadableWarehouse {
  return {
    engine: warehouse.engine,
    async query(statement: Statement, options?: StatementOptions) {
      weather.asked.push(statement);
      if (weather.isDown) throw new WonderError('warehouse_unavailable', { detail: 'down' });
      try {
        await delayed(weather.delayMs, options?.signal);
      } catch (error) {
        weather.cancelled += 1;
        throw error;
      }
      return await warehouse.query(statement, options);
    },
    stream: (statement, options) => {
      weather.asked.push(statement);
      return warehouse.stream(statement, options);
    },
  };
}

export interface TestServiceOptions {
  readonly narrator?: Narrator;
  readonly minimumGroup?: number;
  readonly deadlineMs?: number;
  readonly running?: number;
  readonly waiting?: number;
  readonly refresher?: ExtractRefresher;
  /** Instead of real time between two looks at a run. */
  readonly sleeper?: Sleeper;
  readonly frameAncestors?: readonly string[];
  readonly extensionsJs?: string;
  readonly publicUrl?: string;
  readonly portal?: PortalContext;
  /** A folder that the operator may have put the library into. */
  readonly copies?: string;
}

/** The whole service over a scored warehouse, driven without a socket. */
export function createTestService(deps: RunDeps, options: TestServiceOptions = {}): TestService {
  const time = { now: Date.parse('2025-03-02T12:00:00Z') };
  const clock = { now: () => time.now };
  const weather: Weather = { isDown: false, delayMs: 0, asked: [], cancelled: 0 };
  const logged: TestService['logged'] = [];
  const note = (message: string, fields?: LogFields) => void logged.push({ message, fields });
  const logger: Logger = { debug: () => undefined, info: note, warn: note, error: note };
  const { project } = deps;
  const metrics = createMemoryMetrics();
  const warehouse = under(weather, deps.warehouse);
  const direct = createQueryRunner(warehouse, project);
  const publications = new Publications({
    find: (signal) => findPublication({ queries: direct }, signal),
    clock,
    logger,
    maxAgeMs: 2000,
  });
  const gated = createGatedWarehouse(warehouse, {
    running: options.running ?? 4,
    waiting: options.waiting ?? 64,
    streams: 4,
    metrics,
  });
  const starter = new RunStarter({
    ...deps,
    clock,
    logger,
    timeZone: 'America/Chicago',
    onEnded: () => publications.invalidate(),
  });
  const context: HttpContext = {
    version: '0.0.0',
    reads: {
      queries: createQueryRunner(gated, project),
      rules: scoringRules(project),
      minimumGroup: options.minimumGroup ?? 10,
    },
    publications,
    answers: createLruCache<Answer>({ maxSize: 10_000_000, sizeOf: (each) => each.head.length }),
    identity: createDemoIdentity({ role: 'executive', departments: ['athletics'] }),
    clock,
    ids: createRandomIds(),
    logger,
    metrics,
    narrator: options.narrator ?? createTemplateNarrator({ clock }),
    pages: createPageFiles('test/support/pages'),
    feedback: new InsightFeedbacks({ ...deps, clock }),
    models: new ModelPublisher({ ...deps, clock }),
    runs: starter,
    sleeper: options.sleeper ?? systemSleeper,
    extracts: {
      refresher: options.refresher,
      jobs: new ExtractJobs(deps),
      missing: 'TABLEAU_EXTRACTS is not set.',
    },
    operations: {
      warehouse,
      project,
      clock,
      timeZone: 'America/Chicago',
      schedule: { cron: '0 2 * * *', times: createCronSchedule('0 2 * * *', 'America/Chicago') },
    },
    stopping: new AbortController().signal,
    pingWarehouse: async (signal) => {
      await warehouse.query({ sql: 'select 1 as answer' }, { signal });
    },
    timeZone: 'America/Chicago',
    // A busy machine is no reason to give up: who tests the deadline sets one.
    deadlineMs: options.deadlineMs ?? 120_000,
    portal: options.portal ?? {
      site: undefined,
      dashboards: [],
      missing: ['TABLEAU_URL'],
      tokens: undefined,
    },
    tableauPages: {
      frameAncestors: options.frameAncestors ?? [],
      extensionsJs: options.extensionsJs,
      copies: createPageFiles(options.copies ?? 'test/support/pages'),
      publicUrl: options.publicUrl,
      manifests: createManifestTemplates('trex'),
    },
    hostNames: new Set(['localhost']),
    isDraining: () => false,
  };
  const app = createService(context, { serverUrl: '/' });
  const get = async (path: string, headers: Readonly<Record<string, string>> = {}) =>
    await app.request(path, { headers });
  const json = async (path: string, headers: Readonly<Record<string, string>> = {}) => {
    const answer = await get(path, headers);
    const body: unknown = await answer.json();
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(body)}`);
    return body;
  };
  return { app, context, weather, time, logged, starter, get, json };
}
