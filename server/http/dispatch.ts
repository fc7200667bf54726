import { WonderError } from '../domain/errors.ts';
import type { Role } from '../domain/roles.ts';
import { type Scope, scopeOf } from '../domain/scope.ts';
import type { Counter, Timer } from '../ports/metrics.ts';
import type { HttpContext } from './context.ts';
import { errorReply, isOurFault } from './replies.ts';
import type { Exchange, Route } from './route.ts';

const NOBODY: Scope = { key: 'nobody', rows: [], named: [] };

/** What is known of a request before it is known who asks. */
export type Incoming = Omit<Exchange, 'principal' | 'scope'>;

interface Watch {
  readonly contentType: string;
  readonly timer: Timer;
  readonly counters: Map<number, Counter>;
}

/** True where the client takes the type; weights are not compared, there is one representation only. */
function accepts(accept: string | null, contentType: string): boolean {
  if (accept === null || accept.includes('*/*') || contentType === '*/*') return true;
  const type = contentType.split(';')[0] ?? contentType;
  const wanted = accept.split(',').map((each) => each.split(';')[0]?.trim().toLowerCase());
  return wanted.includes(type) || wanted.includes(`${type.split('/')[0]}/*`);
}

/** Runs a route's requests: who asks, may they, the answer, and what is noted about it. */
export class Dispatcher {
  readonly #context: HttpContext;
  readonly #scopes = new WeakMap<object, Scope>();
  readonly #watches = new Map<Route, Watch>();

  constructor(context: HttpContext) {
    this.#context = context;
  }

  /** Answers always: whatever is thrown becomes a problem. At once where the route does. */
  run(route: Route, incoming: Incoming): Response | Promise<Response> {
    const watch = this.#watchOf(route);
    let exchange: Exchange = { ...incoming, principal: undefined, scope: NOBODY };
    const noted = (response: Response) => {
      this.#note(route, { exchange, watch, status: response.status });
      return response;
    };
    const failed = (error: unknown) =>
      this.fail(error, { requestId: incoming.requestId, route: route.path });
    try {
      if (!accepts(incoming.header('accept'), watch.contentType)) throw notAcceptable(watch);
      if (route.access !== 'public') exchange = this.#enter(route.access, incoming);
      const answer = route.handle(exchange);
      return answer instanceof Promise ? answer.catch(failed).then(noted) : noted(answer);
    } catch (error) {
      return noted(failed(error));
    }
  }

  /** What was thrown, as a problem; what is ours to mend is logged with its cause. */
  fail(error: unknown, about: { readonly requestId: string; readonly route: string }): Response {
    if (isOurFault(error)) {
      const { requestId, route } = about;
      this.#context.logger.error('request failed', { request_id: requestId, route }, error);
    }
    return errorReply(error, about.requestId);
  }

  /** Who asks and what they may see. Throws `unauthenticated` or `forbidden`. */
  #enter(access: readonly string[], incoming: Incoming): Exchange {
    const principal = this.#context.identity.principalOf(incoming.header);
    // A lead of no department leads nothing.
    const holds = (role: Role) => role !== 'lead' || principal.departments.length > 0;
    if (!principal.roles.some((role) => access.includes(role) && holds(role))) {
      throw new WonderError('forbidden', { detail: 'Your role does not allow this.' });
    }
    const scope = this.#scopes.get(principal) ?? scopeOf(principal);
    this.#scopes.set(principal, scope);
    return { ...incoming, principal, scope };
  }

  #watchOf(route: Route): Watch {
    const known = this.#watches.get(route);
    if (known !== undefined) return known;
    const { metrics } = this.#context;
    const watch: Watch = {
      contentType: Object.values(route.doc.answers)[0]?.contentType ?? 'application/json',
      timer: metrics.timer('wonder_http_request_seconds', { route: route.path }),
      counters: new Map(),
    };
    this.#watches.set(route, watch);
    return watch;
  }

  #note(route: Route, { exchange, watch, status }: Noted): void {
    const { clock, metrics, logger } = this.#context;
    let counter = watch.counters.get(status);
    if (counter === undefined) {
      const labels = { route: route.path, method: route.method, status: String(status) };
      counter = metrics.counter('wonder_http_requests_total', labels);
      watch.counters.set(status, counter);
    }
    counter.increment();
    watch.timer.observe((clock.now() - exchange.receivedAt) / 1000);
    const isNamed = route.names === true && exchange.scope.named.length > 0;
    if (!isNamed && route.method !== 'post') return;
    logger.info('audit', {
      request_id: exchange.requestId,
      subject: exchange.principal?.subject ?? null,
      method: route.method,
      path: exchange.path.slice(0, 300),
      status,
    });
  }
}

interface Noted {
  readonly exchange: Exchange;
  readonly watch: Watch;
  readonly status: number;
}

function notAcceptable({ contentType }: Watch): WonderError {
  return new WonderError('not_acceptable', { detail: `This is available as ${contentType} only.` });
}
