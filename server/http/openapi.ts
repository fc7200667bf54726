import { OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi';
import { problemSchema } from '../contract/index.ts';
import type { Route, RouteAnswer } from './route.ts';

/** What a GET answers where the client has the newest already. */
const UNCHANGED = { description: 'Unchanged since the answer of that `If-None-Match`' };

/** What every route may answer besides its own answers, by access. */
const ERRORS: readonly (readonly [number, string])[] = [
  [404, 'There is no such thing, or it is out of scope'],
  [405, 'The method cannot be used here'],
  [406, 'This is not available in the wanted type'],
  [422, 'A value is not allowed; `errors` says which'],
  [429, 'More is being asked than can be answered now'],
  [500, 'A fault of the service'],
  [503, 'The warehouse cannot be reached'],
  [504, 'The warehouse took too long'],
];
const GUARDED: readonly (readonly [number, string])[] = [
  [401, 'Sign in first'],
  [403, 'The role does not allow this'],
];
const BODY: readonly (readonly [number, string])[] = [
  [400, 'The body is not JSON'],
  [409, 'Something is in the way: a run in flight, or a key used before'],
  [413, 'The body is too large'],
  [415, 'The body is not application/json'],
];

function errorsOf({ access, method }: Route) {
  return [...ERRORS, ...(access === 'public' ? [] : GUARDED), ...(method === 'get' ? [] : BODY)];
}

/** Of an answer that has no schema of its own. */
function plainType(contentType: string): 'object' | 'string' {
  return contentType === 'application/json' ? 'object' : 'string';
}

function answerConfig({ description, contentType, schema, headers }: RouteAnswer) {
  return {
    description,
    content: { [contentType]: { schema: schema ?? { type: plainType(contentType) } } },
    ...(headers === undefined
      ? {}
      : {
          headers: Object.fromEntries(
            Object.entries(headers).map(([name, said]) => [
              name,
              { description: said, schema: { type: 'string' as const } },
            ]),
          ),
        }),
  };
}

/** Every parameter of the path; a text where the route does not say more of it. */
function paramsOf({ path, doc }: Route): Pick<NonNullable<RouteConfig['request']>, 'params'> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  if (names.length === 0) return {};
  return {
    params: doc.params ?? z.object(Object.fromEntries(names.map((name) => [name, z.string()]))),
  };
}

function configOf(route: Route): RouteConfig {
  const { doc, access } = route;
  const problems = errorsOf(route).map(([status, description]) => [
    status,
    { description, content: { 'application/problem+json': { schema: problemSchema } } },
  ]);
  const answers = Object.entries(doc.answers).map(([status, answer]) => [
    status,
    answerConfig(answer),
  ]);
  return {
    method: route.method,
    path: route.path,
    tags: [doc.tag],
    summary: doc.summary,
    operationId: operationIdOf(route),
    description: access === 'public' ? 'No sign-in.' : `Roles: ${access.join(', ')}.`,
    'x-roles': access === 'public' ? [] : [...access],
    request: {
      ...paramsOf(route),
      ...(doc.query === undefined ? {} : { query: doc.query }),
      ...(doc.headers === undefined ? {} : { headers: doc.headers }),
      ...(doc.body === undefined
        ? {}
        : { body: { required: true, content: { 'application/json': { schema: doc.body } } } }),
    },
    responses: {
      ...Object.fromEntries([...problems, ...answers]),
      ...(doc.revalidates === true ? { 304: UNCHANGED } : {}),
    },
  };
}

function operationIdOf({ method, path }: Route): string {
  const words = path
    .replace('/api/v1', '')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
  return [method, ...(words.length === 0 ? ['root'] : words)].join('_');
}

export interface OpenApiInfo {
  readonly version: string;
  readonly serverUrl: string;
}

/** The OpenAPI 3.1 document, from the same schemas that check what comes in and goes out. */
export function describeRoutes(routes: readonly Route[], { version, serverUrl }: OpenApiInfo) {
  const app = new OpenAPIHono();
  for (const route of routes) app.openAPIRegistry.registerPath(configOf(route));
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Wonder Portal',
      version,
      description:
        'Fan scores of the last published run, with what they are made of. Every answer about scores says in `meta` which run it is of and how old that is; every error is `application/problem+json`.',
    },
    servers: [{ url: serverUrl }],
  });
}
