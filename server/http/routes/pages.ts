import { PATHS } from '../../contract/index.ts';
import { WonderError } from '../../domain/errors.ts';
import type { PageFile } from '../../ports/page-files.ts';
import { API_HEADERS } from '../api-headers.ts';
import type { HttpContext } from '../context.ts';
import { pagePolicy, sourceOf } from '../page-policy.ts';
import type { Exchange, Route } from '../route.ts';

/** Names that carry the hash of what is in them never change. */
const HASHED = /-[A-Z0-9]{8}\.\w+$/;

function cachingOf(path: string): string {
  return HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

async function findPage({ pages }: HttpContext, path: string): Promise<PageFile> {
  const name = path.replace(/^\/+|\/+$/g, '');
  const isPage = !/\.\w+$/.test(name);
  const file = await pages.read(isPage ? `${name}/index.html` : name);
  if (file !== undefined) return file;
  throw new WonderError('not_found', {
    detail: isPage
      ? 'There is no such page here. If this service runs from its source, build the pages first: npm run build.'
      : 'There is nothing here.',
  });
}

/** The built panels and the preview. Who may frame the panels besides us is the operator's choice. */
export function pageRoutes(context: HttpContext): Route[] {
  const { frameAncestors, extensionsJs } = context.tableauPages;
  const ours = pagePolicy({ framedBy: ["'self'"] });
  const inTableau = pagePolicy({
    framedBy: ["'self'", ...frameAncestors],
    scripts: sourceOf(extensionsJs),
  });

  const page = (path: string, summary: string, policy: string): Route => ({
    method: 'get',
    path,
    access: 'public',
    doc: { tag: 'Pages', summary, answers: { 200: { description: summary, contentType: '*/*' } } },
    handle: async (exchange: Exchange): Promise<Response> => {
      const { body, contentType } = await findPage(context, exchange.path);
      return new Response(body, {
        headers: {
          'content-type': contentType,
          'cache-control': cachingOf(exchange.path),
          ...API_HEADERS,
          'content-security-policy': policy,
          'x-request-id': exchange.requestId,
        },
      });
    },
  });
  const { site } = context.portal;
  const portal = pagePolicy({
    framedBy: [],
    frames: sourceOf(site?.url),
    connects: sourceOf(site?.url),
  });
  return [
    page(PATHS.portal, 'The governed dashboards, by department', portal),
    page(`${PATHS.portal}/`, 'The same', portal),
    page(PATHS.preview, 'The panels in a mock dashboard', ours),
    page(`${PATHS.preview}/`, 'The same', ours),
    page(`${PATHS.extension}/*`, 'The panels and their parts', inTableau),
  ];
}
