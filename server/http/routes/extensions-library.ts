import { PATHS } from '../../contract/index.ts';
import { WonderError } from '../../domain/errors.ts';
import { API_HEADERS } from '../api-headers.ts';
import type { HttpContext } from '../context.ts';
import type { Route } from '../route.ts';

const SUMMARY = 'The Tableau Extensions library: the configured one, or the copy in DATA_DIR';

/**
 * One address for the library that panels load inside Tableau. It is not ours to ship: the operator says where
 * it is, or puts a copy beside the data.
 */
export function extensionsLibraryRoute({ tableauPages }: HttpContext): Route {
  const name = PATHS.extensionsLibrary.slice(PATHS.extensionsLibrary.lastIndexOf('/') + 1);
  return {
    method: 'get',
    path: PATHS.extensionsLibrary,
    access: 'public',
    doc: {
      tag: 'Pages',
      summary: SUMMARY,
      answers: {
        200: { description: 'The copy', contentType: '*/*' },
        302: { description: 'TABLEAU_EXTENSIONS_JS', contentType: '*/*' },
      },
    },
    async handle({ requestId }) {
      const headers = { ...API_HEADERS, 'cache-control': 'no-cache', 'x-request-id': requestId };
      const { extensionsJs, copies } = tableauPages;
      if (extensionsJs !== undefined) {
        return new Response(null, { status: 302, headers: { ...headers, location: extensionsJs } });
      }
      const copy = await copies.read(name);
      if (copy === undefined) {
        throw new WonderError('not_found', {
          detail: `Set TABLEAU_EXTENSIONS_JS, or put ${name} into DATA_DIR.`,
        });
      }
      return new Response(copy.body, { headers: { ...headers, 'content-type': copy.contentType } });
    },
  };
}
