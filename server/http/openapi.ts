import { OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi';
import { problemSchema } from '../contract/index.ts';
import { LEAD_DEPARTMENTS } from '../domain/lead-departments.ts';
import { ROLES } from '../domain/roles.ts';
import { INTRODUCTION } from './docs/introduction.ts';
import type { Route, RouteAnswer } from './route.ts';

/** Whoever asks, in `AUTH=demo`; both may be left out. */
const SIGN_IN = {
  demoRole: {
    type: 'apiKey',
    in: 'header',
    name: 'x-demo-role',
    description: `${ROLES.join(', ')}, or several with commas between; without it as the service was started`,
  },
  demoDepartments: {
    type: 'apiKey',
    in: 'header',
    name: 'x-demo-departments',
    description: `what a lead leads: ${LEAD_DEPARTMENTS.join(', ')}, with commas between; without it as the service was started`,
  },
} as const;

/** With a role, with departments too, or as the service was started. */
const SECURITY = [{}, { demoRole: [] }, { demoRole: [], demoDepartments: [] }];

/** What a GET answers where the client has the newest already. */
const UNCHANGED = 'Unchanged since the answer of that `if-none-match`';
const ETAG = { etag: 'of this answer, whatever its age' };
const ifNoneMatch = z.object({
  'if-none-match': z
    .string()
    .optional()
    .openapi({ description: 'the etag of an answer kept: 304 where that is still the newest' }),
});

/** What an answer's headers say, by status; of all answers under `any`. */
const HEADERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  any: { 'x-request-id': 'of the request, where that was plain; else a new one; also in the log' },
  401: { 'www-authenticate': 'how to sign in' },
  405: { allow: 'the methods that can be used' },
  429: { 'retry-after': 'seconds after which asking again makes sense' },
  503: { 'retry-after': 'seconds after which asking again makes sense' },
};

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

/** An answer's headers: its own, and those of every answer of its status. */
function headersOf(status: string, own: RouteAnswer['headers'] = {}) {
  const said = { ...HEADERS.any, ...HEADERS[status], ...own };
  return Object.fromEntries(
    Object.entries(said).map(([name, description]) => [
      name,
      { description, schema: { type: 'string' as const } },
    ]),
  );
}

function answerConfig({ description, contentType, schema }: RouteAnswer) {
  return {
    description,
    content: { [contentType]: { schema: schema ?? { type: plainType(contentType) } } },
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

function headerParams({ headers, revalidates }: Route['doc']) {
  if (revalidates === true) return { headers: ifNoneMatch };
  return headers === undefined ? {} : { headers };
}

function configOf(route: Route): RouteConfig {
  const { doc, access } = route;
  const tagged = doc.revalidates === true ? ETAG : {};
  const problems = errorsOf(route).map(([status, description]) => [
    status,
    {
      description,
      content: { 'application/problem+json': { schema: problemSchema } },
      headers: headersOf(String(status)),
    },
  ]);
  const answers = Object.entries(doc.answers).map(([status, answer]) => [
    status,
    { ...answerConfig(answer), headers: headersOf(status, { ...tagged, ...answer.headers }) },
  ]);
  const unchanged = { description: UNCHANGED, headers: headersOf('304', ETAG) };
  return {
    method: route.method,
    path: route.path,
    tags: [doc.tag],
    summary: doc.summary,
    operationId: operationIdOf(route),
    description: access === 'public' ? 'No sign-in.' : `Roles: ${access.join(', ')}.`,
    ...(access === 'public' ? {} : { security: SECURITY }),
    'x-roles': access === 'public' ? [] : [...access],
    request: {
      ...paramsOf(route),
      ...(doc.query === undefined ? {} : { query: doc.query }),
      ...headerParams(doc),
      ...(doc.body === undefined
        ? {}
        : {
            body: {
              required: !doc.body.safeParse({}).success,
              content: { 'application/json': { schema: doc.body } },
            },
          }),
    },
    responses: {
      ...Object.fromEntries([...problems, ...answers]),
      ...(doc.revalidates === true ? { 304: unchanged } : {}),
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
  for (const [name, scheme] of Object.entries(SIGN_IN)) {
    app.openAPIRegistry.registerComponent('securitySchemes', name, scheme);
  }
  for (const route of routes) app.openAPIRegistry.registerPath(configOf(route));
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Wonder Portal',
      version,
      description: [
        'Fan scores of the last published run, with what they are made of.',
        ...INTRODUCTION.map(({ about, text }) => `**${about}.** ${text}`),
      ].join('\n\n'),
    },
    servers: [{ url: serverUrl }],
  });
}
