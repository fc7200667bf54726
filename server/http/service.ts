import type { Hono } from 'hono';
import { createApp } from './app.ts';
import type { HttpContext } from './context.ts';
import { churnRoutes } from './routes/churn.ts';
import { departmentMetricsRoute } from './routes/department-metrics.ts';
import { docsRoutes } from './routes/docs.ts';
import { extensionsLibraryRoute } from './routes/extensions-library.ts';
import { extractRoutes } from './routes/extracts.ts';
import { fanRoutes } from './routes/fans.ts';
import { insightRoutes } from './routes/insights.ts';
import { installRoute } from './routes/install.ts';
import { modelRoutes } from './routes/models.ts';
import { narrativeRoutes } from './routes/narratives.ts';
import { operationsRoute } from './routes/operations.ts';
import { pageRoutes } from './routes/pages.ts';
import { portalRoutes } from './routes/portal.ts';
import { predictionRoutes } from './routes/predictions.ts';
import { runActionRoutes } from './routes/run-actions.ts';
import { runEventsRoute } from './routes/run-events.ts';
import { runRoutes } from './routes/runs.ts';
import { scoreRoutes } from './routes/scores.ts';
import { segmentCsvRoute } from './routes/segment-csv.ts';
import { segmentRoutes } from './routes/segments.ts';
import { serviceRoutes } from './routes/service.ts';
import { trexRoute } from './routes/trex.ts';

/** Every route of the service. `serverUrl` is what OpenAPI says its address is. */
export function createService(
  context: HttpContext,
  { serverUrl }: { readonly serverUrl: string },
): Hono {
  const routes = [
    ...portalRoutes(context),
    ...serviceRoutes(context),
    ...scoreRoutes(context),
    ...fanRoutes(context),
    ...segmentRoutes(context),
    segmentCsvRoute(context),
    departmentMetricsRoute(context),
    ...churnRoutes(context),
    ...predictionRoutes(context),
    ...modelRoutes(context),
    ...insightRoutes(context),
    ...narrativeRoutes(context),
    ...runRoutes(context),
    ...runActionRoutes(context),
    runEventsRoute(context),
    ...extractRoutes(context),
    operationsRoute(context),
  ];
  return createApp(context, [
    ...routes,
    ...docsRoutes(context, { routes, serverUrl }),
    extensionsLibraryRoute(context),
    installRoute(context),
    trexRoute(context),
    ...pageRoutes(context),
  ]);
}
