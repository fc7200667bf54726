import { PATHS } from '../../contract/index.ts';
import { fingerprint } from '../../domain/fingerprint.ts';
import { API_HEADERS } from '../api-headers.ts';
import type { HttpContext } from '../context.ts';
import { renderDocs } from '../docs/page.ts';
import { DOCS_STYLE } from '../docs/style.ts';
import { describeErrors } from '../errors.ts';
import { describeRoutes, type OpenApiInfo } from '../openapi.ts';
import type { Exchange, Route } from '../route.ts';

const CSP =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

interface Text {
  readonly body: string;
  readonly contentType: string;
}

function sendText({ body, contentType }: Text, exchange: Exchange): Response {
  const etag = `"${fingerprint(body)}"`;
  const headers = {
    'content-type': contentType,
    'cache-control': 'no-cache',
    etag,
    ...API_HEADERS,
    'content-security-policy': CSP,
    'x-request-id': exchange.requestId,
  };
  if (exchange.header('if-none-match') === etag)
    return new Response(null, { status: 304, headers });
  return new Response(body, { headers });
}

function textRoute(path: string, summary: string, text: () => Text): Route {
  let made: Text | undefined;
  return {
    method: 'get',
    path,
    access: 'public',
    doc: {
      tag: 'Service',
      summary,
      revalidates: true,
      answers: { 200: { description: summary, contentType: typeOf(path) } },
    },
    handle(exchange) {
      made ??= text();
      return sendText(made, exchange);
    },
  };
}

function typeOf(path: string): string {
  if (path.endsWith('.json')) return 'application/json';
  return path.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/html; charset=utf-8';
}

/** The description of all other routes, for programs and for people. */
export function docsRoutes(
  { version }: Pick<HttpContext, 'version'>,
  { routes, serverUrl }: { readonly routes: readonly Route[] } & Pick<OpenApiInfo, 'serverUrl'>,
): Route[] {
  const described: Route[] = [];
  const document = () => describeRoutes([...routes, ...described], { version, serverUrl });
  const text = (path: string, body: () => string) => () => ({
    body: body(),
    contentType: typeOf(path),
  });
  described.push(
    textRoute(
      PATHS.openapi,
      'The API as OpenAPI 3.1',
      text(PATHS.openapi, () => JSON.stringify(document())),
    ),
    textRoute(
      PATHS.docs,
      'The API as a page to read',
      text(PATHS.docs, () => renderDocs(document(), describeErrors())),
    ),
  );
  const style = textRoute(
    '/docs/style.css',
    'The look of that page',
    text('.css', () => DOCS_STYLE),
  );
  return [...described, style];
}
