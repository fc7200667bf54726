import { type Context, Hono } from 'hono';
import { WonderError } from '../domain/errors.ts';
import type { HttpContext } from './context.ts';
import { Dispatcher } from './dispatch.ts';
import { type Arrival, HostGuard, readArrival, refuseForeignPage } from './incoming.ts';
import { API_HEADERS, errorReply } from './replies.ts';
import type { Route } from './route.ts';

interface Candidate {
  readonly route: Route;
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

function placesOf(routes: readonly Route[]): Place[] {
  const places = new Map<string, Candidate[]>();
  for (const route of routes) {
    refuseUndeclared(route);
    const pattern = route.path.replace(/\{(\w+)\}[^/]*/g, ':$1');
    const suffix = /\}([^/{]+)$/.exec(route.path)?.[1] ?? '';
    places.set(pattern, [...(places.get(pattern) ?? []), { route, suffix }]);
  }
  return [...places].map(([pattern, candidates]) => ({ pattern, candidates }));
}

function routesAt({ candidates }: Place, path: string): readonly Candidate[] {
  if (candidates.length === 1) return candidates;
  const withSuffix = candidates.filter(({ suffix }) => suffix !== '' && path.endsWith(suffix));
  return withSuffix.length > 0 ? withSuffix : candidates.filter(({ suffix }) => suffix === '');
}

function refuseMethod(candidates: readonly Candidate[], { method, requestId }: Arrival): Response {
  const methods = candidates.flatMap(({ route }) =>
    route.method === 'get' ? ['GET', 'HEAD'] : ['POST'],
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

/** The service's routes on Hono. Throws where a route declares no role. */
export function createApp(context: HttpContext, routes: readonly Route[]): Hono {
  const dispatcher = new Dispatcher(context);
  const hosts = new HostGuard(context.hostNames);
  const app = new Hono();

  function answer(place: Place, c: Context): Response | Promise<Response> {
    const arrival = readArrival(context, c);
    try {
      hosts.check(arrival);
      const candidates = routesAt(place, arrival.path);
      const method = arrival.method === 'HEAD' ? 'get' : arrival.method.toLowerCase();
      const found = candidates.find(({ route }) => route.method === method);
      if (found === undefined) return refuseMethod(candidates, arrival);
      if (method === 'post') refuseForeignPage(arrival);
      if (found.suffix === '') return dispatcher.run(found.route, arrival);
      const param = (name: string) => arrival.param(name).slice(0, -found.suffix.length);
      return dispatcher.run(found.route, { ...arrival, param });
    } catch (error) {
      return dispatcher.fail(error, { requestId: arrival.requestId, route: place.pattern });
    }
  }

  for (const place of placesOf(routes)) app.all(place.pattern, (c) => answer(place, c));
  app.notFound((c) => {
    const { requestId } = readArrival(context, c);
    const error = new WonderError('not_found', { detail: 'There is nothing here.' });
    return errorReply(error, requestId);
  });
  app.onError((error, c) => {
    const { requestId } = readArrival(context, c);
    return dispatcher.fail(error, { requestId, route: 'unknown' });
  });
  return app;
}
