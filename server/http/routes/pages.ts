import { PATHS } from '../../contract/index.ts';
import { WonderError } from '../../domain/errors.ts';
import type { PageFile } from '../../ports/page-files.ts';
import { API_HEADERS } from '../api-headers.ts';
import type { HttpContext } from '../context.ts';
import type { Exchange, Route } from '../route.ts';

/** Names that carry the hash of what is in them never change. */
const HASHED = /-[A-Z0-9]{8}\.\w+$/;

function pagePolicy(frameAncestors: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frameAncestors}`,
  ].join('; ');
}

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

/** The built panels and the preview. Who may frame them is the operator's choice. */
export function pageRoutes(context: HttpContext): Route[] {
  const policy = pagePolicy(context.frameAncestors);

  async function handle({ path, requestId }: Exchange): Promise<Response> {
    const { body, contentType } = await findPage(context, path);
    return new Response(body, {
      headers: {
        'content-type': contentType,
        'cache-control': cachingOf(path),
        ...API_HEADERS,
        'content-security-policy': policy,
        'x-request-id': requestId,
      },
    });
  }

  const page = (path: string, summary: string): Route => ({
    method: 'get',
    path,
    access: 'public',
    doc: { tag: 'Pages', summary, answers: { 200: { description: summary, contentType: '*/*' } } },
    handle,
  });
  return [
    page(PATHS.preview, 'The panels in a mock dashboard'),
    page(`${PATHS.preview}/`, 'The same'),
    page(`${PATHS.extension}/*`, 'The panels and their parts'),
  ];
}
