import {
  healthSchema,
  PATHS,
  type Readiness,
  readinessSchema,
  type Service,
  serviceSchema,
} from '../../contract/index.ts';
import { isWonderError } from '../../domain/errors.ts';
import type { Scope } from '../../domain/scope.ts';
import { listSegments } from '../../usecases/list-segments.ts';
import { API_HEADERS } from '../api-headers.ts';
import type { HttpContext } from '../context.ts';
import { jsonReply } from '../replies.ts';
import type { Route, RouteAnswer } from '../route.ts';

const tag = 'Service';
const CHECK_MS = 2000;
const EVERYONE: Scope = { key: 'metrics', rows: 'all', named: [] };

type Check = Readiness['checks'][string];

function answerOf(description: string, schema?: RouteAnswer['schema']): RouteAnswer {
  return {
    description,
    contentType: 'application/json',
    ...(schema === undefined ? {} : { schema }),
  };
}

async function checked(work: () => Promise<string | null>): Promise<Check> {
  try {
    return { status: 'ok', detail: await work() };
  } catch (error) {
    const detail = isWonderError(error) ? error.code : 'internal';
    return { status: 'failed', detail };
  }
}

async function readiness(context: HttpContext): Promise<Readiness> {
  const [warehouse, published] = await Promise.all([
    checked(async () => {
      await context.pingWarehouse(AbortSignal.timeout(CHECK_MS));
      return null;
    }),
    checked(async () => {
      const { latest } = await context.publications.current();
      return latest?.scoreDate ?? null;
    }),
  ]);
  const published_run: Check =
    published.status === 'ok' && published.detail === null
      ? { status: 'failed', detail: 'no_scores' }
      : published;
  const process: Check = context.isDraining()
    ? { status: 'failed', detail: 'stopping' }
    : { status: 'ok', detail: null };
  const checks = { process, warehouse, published_run };
  const isReady = Object.values(checks).every(({ status }) => status === 'ok');
  return { status: isReady ? 'ready' : 'not_ready', checks };
}

/** The gauges of the published run, read anew for every publication only. */
function watchPublished(context: HttpContext): () => Promise<void> {
  let version = '';
  let calculatedAt: number | undefined;
  let atRisk: number | undefined;
  const { metrics, clock } = context;
  metrics.gauge('wonder_at_risk_members', () => atRisk);
  metrics.gauge('wonder_run_age_seconds', () =>
    calculatedAt === undefined
      ? undefined
      : Math.max(0, Math.floor((clock.now() - calculatedAt) / 1000)),
  );
  return async () => {
    const publication = await context.publications.current();
    if (publication.version === version || publication.latest === undefined) return;
    const signal = AbortSignal.timeout(CHECK_MS);
    const run = publication.latest;
    const { items } = await listSegments(context.reads, { run, scope: EVERYONE, signal });
    atRisk = items.find(({ segment }) => segment === 'at_risk')?.fans;
    calculatedAt = Date.parse(run.calculatedAt);
    version = publication.version;
  };
}

function metricsRoute(context: HttpContext): Route {
  const refresh = watchPublished(context);
  return {
    method: 'get',
    path: PATHS.metrics,
    access: 'public',
    doc: {
      tag,
      summary: 'Prometheus text',
      answers: { 200: { description: 'Metrics', contentType: 'text/plain' } },
    },
    async handle({ requestId }) {
      await refresh().catch(() => undefined);
      return new Response(context.metrics.text(), {
        headers: {
          'content-type': 'text/plain; version=0.0.4; charset=utf-8',
          'cache-control': 'no-store',
          ...API_HEADERS,
          'x-request-id': requestId,
        },
      });
    },
  };
}

/** Who answers here, whether it lives, and whether it can do its work. No sign-in. */
export function serviceRoutes(context: HttpContext): Route[] {
  const root: Route = {
    method: 'get',
    path: PATHS.root,
    access: 'public',
    doc: {
      tag,
      summary: 'Name, version, status',
      answers: { 200: answerOf('Service', serviceSchema) },
    },
    handle({ requestId }) {
      const body: Service = {
        service: 'wonder-portal',
        version: context.version,
        status: context.publications.isDown ? 'degraded' : 'ok',
        links: {
          preview: PATHS.preview,
          docs: PATHS.docs,
          openapi: PATHS.openapi,
          ready: PATHS.ready,
        },
      };
      return jsonReply(body, requestId);
    },
  };
  const health: Route = {
    method: 'get',
    path: PATHS.health,
    access: 'public',
    doc: {
      tag,
      summary: 'The process is alive',
      answers: { 200: answerOf('Alive', healthSchema) },
    },
    handle: ({ requestId }) => jsonReply({ status: 'ok' }, requestId),
  };
  const ready: Route = {
    method: 'get',
    path: PATHS.ready,
    access: 'public',
    doc: {
      tag,
      summary: 'Whether each thing the service needs is usable',
      answers: {
        200: answerOf('Ready', readinessSchema),
        503: answerOf('Not ready', readinessSchema),
      },
    },
    async handle({ requestId }) {
      const body = await readiness(context);
      const isReady = body.status === 'ready';
      const headers = isReady ? {} : { 'retry-after': '5' };
      return jsonReply(body, requestId, { status: isReady ? 200 : 503, headers });
    },
  };
  return [root, health, ready, metricsRoute(context)];
}
