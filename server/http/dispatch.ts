import { WonderError } from '../domain/errors.ts';
import type { Role } from '../domain/roles.ts';
import { type Scope, scopeOf } from '../domain/scope.ts';
import type { Counter, Timer } from '../ports/metrics.ts';
import { type Arrival, refuseForeignPage } from './arrival.ts';
import type { HttpContext } from './context.ts';
import { isOurFault } from './our-fault.ts';
import { errorReply } from './replies.ts';
import type { Route } from './route.ts';

/** A route with what is counted about it: looked up once, not for every request. */
export interface WatchedRoute {
  readonly route: Route;
  readonly contentType: string;
  readonly timer: Timer;
  readonly counters: Map<number, Counter>;
}

/** A weight of nothing: the type before it is not taken. */
const NOT_TAKEN = /;\s*q=0(\.0*)?\s*(;|$)/i;

/** True where the client takes the type; other weights are not compared, there is one representation only. */
function accepts(accept: string | null, contentType: string): boolean {
  if (accept === null || accept === contentType || accept === '*/*') return true;
  const type = contentType.split(';')[0] ?? contentType;
  if (type === '*/*') return true;
  const weights = new Map<string, boolean>();
  for (const each of accept.toLowerCase().split(',')) {
    weights.set(each.split(';')[0]?.trim() ?? '', !NOT_TAKEN.test(each));
  }
  // What is said of the type itself counts more than what is said of many.
  return weights.get(type) ?? weights.get(`${type.split('/')[0]}/*`) ?? weights.get('*/*') ?? false;
}

/** Runs a route's requests: who asks, may they, the answer, and what is noted about it. */
export class Dispatcher {
  readonly #context: HttpContext;
  readonly #scopes = new WeakMap<object, Scope>();

  constructor(context: HttpContext) {
    this.#context = context;
  }

  watch(route: Route): WatchedRoute {
    return {
      route,
      contentType: Object.values(route.doc.answers)[0]?.contentType ?? 'application/json',
      timer: this.#context.metrics.timer('wonder_http_request_seconds', { route: route.path }),
      counters: new Map(),
    };
  }

  /** Answers always: whatever is thrown becomes a problem. At once where the route does. */
  run(watched: WatchedRoute, arrival: Arrival): Response | Promise<Response> {
    const { route, contentType } = watched;
    try {
      if (!accepts(arrival.header('accept'), contentType)) throw notAcceptable(contentType);
      if (route.access !== 'public') this.#enter(route.access, arrival);
      if (route.method === 'post') refuseForeignPage(arrival);
      const answer = route.handle(arrival);
      return answer instanceof Promise
        ? this.#settle(watched, { arrival, answer })
        : this.#noted(watched, { arrival, answer });
    } catch (error) {
      return this.#noted(watched, { arrival, answer: this.fail(error, { arrival, route }) });
    }
  }

  /** What was thrown, as a problem; what is ours to mend is logged with its cause. */
  fail(error: unknown, about: { readonly arrival: Arrival; readonly route: { path: string } }) {
    const { requestId } = about.arrival;
    if (isOurFault(error)) {
      const { path } = about.route;
      this.#context.logger.error('request failed', { request_id: requestId, route: path }, error);
    }
    return errorReply(error, requestId);
  }

  async #settle(
    watched: WatchedRoute,
    { arrival, answer }: { readonly arrival: Arrival; readonly answer: Promise<Response> },
  ): Promise<Response> {
    const { route } = watched;
    const settled = await answer.catch((error: unknown) => this.fail(error, { arrival, route }));
    return this.#noted(watched, { arrival, answer: settled });
  }

  /** Finds out who asks and what they may see. Throws `unauthenticated` or `forbidden`. */
  #enter(access: readonly Role[], arrival: Arrival): void {
    const principal = this.#context.identity.principalOf(arrival);
    // Also of who is refused, for the audit.
    arrival.principal = principal;
    // A lead of no department leads nothing.
    const holds = (role: Role) => role !== 'lead' || principal.departments.length > 0;
    if (!principal.roles.some((role) => access.includes(role) && holds(role))) {
      throw new WonderError('forbidden', { detail: 'Your role does not allow this.' });
    }
    let scope = this.#scopes.get(principal);
    if (scope === undefined) {
      scope = scopeOf(principal);
      this.#scopes.set(principal, scope);
    }
    arrival.scope = scope;
  }

  #noted(watched: WatchedRoute, { arrival, answer }: { arrival: Arrival; answer: Response }) {
    const { route, counters, timer } = watched;
    const { clock, metrics, logger } = this.#context;
    const { status } = answer;
    let counter = counters.get(status);
    if (counter === undefined) {
      const labels = { route: route.path, method: route.method, status: String(status) };
      counter = metrics.counter('wonder_http_requests_total', labels);
      counters.set(status, counter);
    }
    counter.increment();
    timer.observe((clock.now() - arrival.receivedAt) / 1000);
    const isNamed = route.names === true && arrival.scope.named.length > 0;
    if (isNamed || route.method === 'post') {
      logger.info('audit', {
        request_id: arrival.requestId,
        subject: arrival.principal?.subject ?? null,
        method: route.method,
        path: arrival.path.slice(0, 300),
        status,
      });
    }
    return answer;
  }
}

function notAcceptable(contentType: string): WonderError {
  return new WonderError('not_acceptable', { detail: `This is available as ${contentType} only.` });
}
