import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { createLruCache } from '../adapters/cache/lru.ts';
import { createDemoIdentity } from '../adapters/identity/demo.ts';
import { systemClock } from '../adapters/system/clock.ts';
import { createMemoryMetrics } from '../adapters/system/memory-metrics.ts';
import { PACKAGE_ROOT } from '../adapters/system/package-root.ts';
import { createPageFiles } from '../adapters/system/page-files.ts';
import { createRandomIds } from '../adapters/system/random-ids.ts';
import { systemSleeper } from '../adapters/system/sleeper.ts';
import { readSqlFiles } from '../adapters/system/sql-files.ts';
import { createGatedWarehouse } from '../adapters/warehouse/gated-warehouse.ts';
import type { Answer } from '../http/answers.ts';
import { Publications } from '../http/publications.ts';
import { createService } from '../http/service.ts';
import { parseProject } from '../modeling/project.ts';
import { ModelRunner } from '../modeling/run-models.ts';
import type { Logger } from '../ports/logger.ts';
import { findPublication } from '../usecases/find-publication.ts';
import { InsightFeedbacks } from '../usecases/insight-feedback.ts';
import { ModelPublisher } from '../usecases/publish-model.ts';
import { createQueryRunner } from '../usecases/query-runner.ts';
import { recoverRuns } from '../usecases/recover-runs.ts';
import { ONLY_READS } from '../usecases/refuse-read-only.ts';
import type { RunDeps } from '../usecases/run-deps.ts';
import { scoringRules } from '../usecases/scoring-rules.ts';
import { setupWarehouse } from '../usecases/setup-warehouse.ts';
import { composeNarration } from './compose-narration.ts';
import { composePortal } from './compose-portal.ts';
import { composeRuns } from './compose-runs.ts';
import { composeTableauPages } from './compose-tableau-pages.ts';
import { openWarehouse, projectFor } from './compose-warehouse.ts';
import type { Config } from './config.ts';
import { forReadingOnly } from './reading-only.ts';
import { whenReachable } from './when-reachable.ts';

/** Answers kept, in characters of text. */
const CACHE_SIZE = 64 * 1024 * 1024;
const READ_DEADLINE_MS = 10_000;
const WAITING_READS = 64;
const STREAMS = 4;
/** Threads of the pool that reads never take: for runs, health, files, names. */
const SPARE_THREADS = 6;
const MOST_READS = 8;
/** DuckDB has one process, and that one says itself when it has published; others are asked now and then. */
const POINTER_AGE_MS = { single: 2000, shared: 30_000 } as const;

/** The service, ready to be listened with. */
export interface Composition {
  readonly app: Hono;
  /** From now on readiness says no. */
  readonly drain: () => void;
  /** Calls off what is in flight, and waits until that is recorded. */
  readonly stopRuns: () => Promise<void>;
  /** Closes the warehouse; nothing is in flight any more. */
  readonly close: () => Promise<void>;
}

async function readVersion(): Promise<string> {
  const text = await readFile(join(PACKAGE_ROOT, 'package.json'), 'utf8');
  const manifest: unknown = JSON.parse(text);
  const isManifest = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return isManifest ? String(manifest.version) : 'unknown';
}

function hostNames({ host, publicUrl }: Config): ReadonlySet<string> {
  const own = host.includes(':') ? `[${host}]` : host;
  const names = ['localhost', '127.0.0.1', '[::1]', own.toLowerCase()];
  return new Set(publicUrl === undefined ? names : [...names, new URL(publicUrl).hostname]);
}

/** Opens the database, mends what a killed process left, and puts the service together. */
export async function composeNode(
  given: Config,
  { logger }: { readonly logger: Logger },
): Promise<Composition> {
  const files = await readSqlFiles(join(PACKAGE_ROOT, 'sql'));
  const project = projectFor(given, parseProject(files));
  const version = await readVersion();
  const { warehouse } = await openWarehouse(given, { lockDown: true });
  const writes = warehouse.hasTransactions ?? true;
  const config = writes ? given : forReadingOnly(given);
  const ids = createRandomIds();
  const clock = systemClock;
  const metrics = createMemoryMetrics();
  const stop = new AbortController();
  const waiting = { logger, sleeper: systemSleeper, signal: stop.signal };
  const runDeps: RunDeps = {
    warehouse,
    project,
    clock,
    ids,
    logger,
    // Not the process id alone: in a container every start has the same.
    instance: `server-${process.pid}-${ids.next(6)}`,
    minimumGroup: config.minimumGroup,
    learning: config.learning,
    recordLater: (write) => {
      whenReachable(write, waiting).catch((error: unknown) =>
        logger.error('how a run ended was not written down', {}, error),
      );
    },
    ...(config.retentionDays === undefined ? {} : { retentionDays: config.retentionDays }),
  };
  const direct = createQueryRunner(warehouse, project);
  const publications = new Publications({
    find: (signal) => findPublication({ queries: direct }, signal),
    clock,
    logger,
    maxAgeMs: warehouse.singleProcess ? POINTER_AGE_MS.single : POINTER_AGE_MS.shared,
  });
  const gated = createGatedWarehouse(warehouse, {
    running: Math.max(1, Math.min(MOST_READS, config.threadPoolSize - SPARE_THREADS)),
    waiting: WAITING_READS,
    streams: STREAMS,
    metrics,
  });
  const runs = composeRuns(config, runDeps, {
    onEnded: (status) => {
      metrics.counter('wonder_runs_total', { status }).increment();
      publications.invalidate();
    },
  });
  const answers = createLruCache<Answer>({
    maxSize: CACHE_SIZE,
    sizeOf: (answer) => 2 * answer.head.length,
  });
  const app = createService(
    {
      version,
      reads: {
        queries: createQueryRunner(gated, project),
        rules: scoringRules(project),
        minimumGroup: config.minimumGroup,
      },
      publications,
      answers,
      identity: createDemoIdentity({
        role: config.demoRole,
        departments: config.demoDepartments,
      }),
      clock,
      ids,
      logger,
      metrics,
      narrator: composeNarration(config, { warehouse, project, clock, logger, metrics }),
      pages: createPageFiles(join(PACKAGE_ROOT, 'dist/extension')),
      feedback: new InsightFeedbacks(runDeps),
      models: new ModelPublisher(runDeps),
      runs: runs.runs,
      extracts: writes ? runs.extracts : { ...runs.extracts, missing: ONLY_READS },
      operations: { ...runs.operations, warehouse: gated },
      sleeper: runs.sleeper,
      stopping: stop.signal,
      pingWarehouse: async (signal) => {
        await warehouse.query({ sql: 'select 1 as answer' }, { signal });
      },
      timeZone: config.timeZone,
      deadlineMs: READ_DEADLINE_MS,
      tableauPages: composeTableauPages(config),
      portal: composePortal(config, { clock, ids }),
      hostNames: hostNames(config),
      isDraining: () => stop.signal.aborted,
    },
    { serverUrl: config.publicUrl ?? '/' },
  );
  const begin = async () => {
    await setupWarehouse({ warehouse, project });
    // Reads name columns that a run of this version has not added yet.
    if (warehouse.singleProcess) await new ModelRunner(project, warehouse).prepareMarts();
    await recoverRuns(runDeps);
    await runs.begin();
  };
  try {
    if (writes) await whenReachable(begin, waiting);
  } catch (error) {
    await warehouse.close();
    throw error;
  }
  await publications.current().catch(() => undefined);
  return {
    app,
    drain: () => stop.abort(),
    stopRuns: () => runs.stop(),
    close: () => warehouse.close(),
  };
}
