import type { z } from '@hono/zod-openapi';
import type { Role } from '../domain/roles.ts';
import type { Principal, Scope } from '../domain/scope.ts';

/** Who may use a route: anyone, also without sign-in, or whoever has one of the roles. */
export type Access = 'public' | readonly Role[];

/** One request on its way through a route. */
export interface Exchange {
  readonly method: string;
  /** Without the query, as it was sent. */
  readonly path: string;
  /** With its `?`, or empty. */
  readonly search: string;
  readonly requestId: string;
  /** Milliseconds since 1970 UTC at which it came in. */
  readonly receivedAt: number;
  /** Who asks; undefined on public routes. */
  readonly principal: Principal | undefined;
  readonly scope: Scope;
  /** A header by its lower-case name; null where it is absent. */
  header(name: string): string | null;
  /** A decoded path parameter; empty where the route has none of that name. */
  param(name: string): string;
  /** The body as a stream; null without one. */
  body(): ReadableStream<Uint8Array> | null;
}

export interface RouteAnswer {
  readonly description: string;
  readonly contentType: string;
  readonly schema?: z.ZodType;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What OpenAPI says about a route. */
export interface RouteDoc {
  readonly tag: string;
  readonly summary: string;
  /** Of the path; without it each is a text. */
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly headers?: z.ZodObject;
  readonly body?: z.ZodType;
  /** By status; error answers are the same everywhere and added there. */
  readonly answers: Readonly<Record<number, RouteAnswer>>;
  /** The answer has an ETag, and is not sent again to who has it. */
  readonly revalidates?: boolean;
}

export interface Route {
  readonly method: 'get' | 'post';
  /** As in `PATHS`: `{name}` is a parameter, a suffix behind it is literal. */
  readonly path: string;
  readonly access: Access;
  /** The answer may name a fan to those who may see names: such reads leave an audit line. */
  readonly names?: boolean;
  readonly doc: RouteDoc;
  readonly handle: (exchange: Exchange) => Response | Promise<Response>;
}
