import { type Context, Hono } from 'hono';
import { WonderError } from '../domain/errors.ts';
import type { Counter } from '../ports/metrics.ts';
import { API_HEADERS } from './api-headers.ts';
import { Arrival, HostGuard } from './arrival.ts';
import type { HttpContext } from './context.ts';
import { Dispatcher, type WatchedRoute } from './dispatch.ts';
import { errorReply } from './replies.ts';
import type { Route } from './route.ts';

interface Candidate {
  readonly watched: WatchedRoute;
  /** As HTTP writes it. */
  readonly method: string;
  /** What follows the parameter in the last segment: ".csv", or nothing. */
  readonly suffix: string;
}

/** Routes that share a place: Hono finds the place, the suffix and the method decide the rest. */
interface Place {
  readonly pattern: string;
  readonly candidates: readonly Candidate[];
}

function refuseUndeclared({ access, method, path }: Route): void {
  const isDeclared = access === 'public' || (Array.isArray(access) && access.length > 0);
  if (isDeclared) return;
  throw new WonderError('bad_settings', {
    detail: `The route ${method} ${path} declares no role.`,
  });
}

function placesOf(routes: readonly Route[], dispatcher: Dispatcher): Place[] {
  const places = new Map<string, Candidate[]>();
  for (const route of routes) {
    refuseUndeclared(route);
    const pattern = route.path.replace(/\{(\w+)\}[^/]*/g, ':$1');
    const suffix = /\}([^/{]+)$/.exec(route.path)?.[1] ?? '';
    const method = route.method.toUpperCase();
    const candidate = { watched: dispatcher.watch(route), method, suffix };
    places.set(pattern, [...(places.get(pattern) ?? []), candidate]);
  }
  return [...places].map(([pattern, candidates]) => ({ pattern, candidates }));
}

function candidatesAt({ candidates }: Place, path: string): readonly Candidate[] {
  if (candidates.length === 1) return candidates;
  const withSuffix = candidates.filter(({ suffix }) => suffix !== '' && path.endsWith(suffix));
  return withSuffix.length > 0 ? withSuffix : candidates.filter(({ suffix }) => suffix === '');
}

function refuseMethod(candidates: readonly Candidate[], { method, requestId }: Arrival): Response {
  const methods = candidates.flatMap((each) =>
    each.method === 'GET' ? ['GET', 'HEAD'] : [each.method],
  );
  const allow = [...new Set([...methods, 'OPTIONS'])].join(', ');
  if (method === 'OPTIONS') {
    const headers = { allow, ...API_HEADERS, 'x-request-id': requestId };
    return new Response(null, { status: 204, headers });
  }
  const error = new WonderError('method_not_allowed', {
    detail: `Only ${allow} can be used here.`,
  });
  return errorReply(error, requestId, { allow });
}

/** What HEAD is answered of a GET: nobody reads its body, so what that is made from must be let go. */
async function withoutBody(answer: Response | Promise<Response>): Promise<Response> {
  const { body, status, headers } = await answer;
  await body?.cancel();
  return new Response(null, { status, headers });
}

/** The service's routes on Hono. Throws where a route declares no role. */
export function createApp(context: HttpContext, routes: readonly Route[]): Hono {
  const dispatcher = new Dispatcher(context);
  const hosts = new HostGuard(context.hostNames);
  const app = new Hono();

  /** Counts what no route was found for: without it, a scan of the service would not be seen. */
  function counted(response: Response): Response {
    const labels = { route: 'none', method: 'any', status: String(response.status) };
    const counter: Counter = context.metrics.counter('wonder_http_requests_total', labels);
    counter.increment();
    return response;
  }

  function answer(place: Place, c: Context): Response | Promise<Response> {
    const arrival = new Arrival(context, c);
    try {
      hosts.check(arrival.host);
      const candidates = candidatesAt(place, arrival.path);
      const method = arrival.method === 'HEAD' ? 'GET' : arrival.method;
      const found = candidates.find((candidate) => candidate.method === method);
      if (found === undefined) return counted(refuseMethod(candidates, arrival));
      arrival.suffix = found.suffix;
      const answered = dispatcher.run(found.watched, arrival);
      return arrival.method === 'HEAD' ? withoutBody(answered) : answered;
    } catch (error) {
      return counted(dispatcher.fail(error, { arrival, route: { path: place.pattern } }));
    }
  }

  for (const place of placesOf(routes, dispatcher)) {
    app.all(place.pattern, (c) => answer(place, c));
  }
  app.notFound((c) => {
    const { requestId } = new Arrival(context, c);
    const error = new WonderError('not_found', { detail: 'There is nothing here.' });
    return counted(errorReply(error, requestId));
  });
  app.onError((error, c) => {
    const arrival = new Arrival(context, c);
    return counted(dispatcher.fail(error, { arrival, route: { path: 'none' } }));
  });
  return app;
}
