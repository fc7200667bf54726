import { PATHS } from '../../contract/index.ts';
import { WonderError } from '../../domain/errors.ts';
import { manifestAddressProblem, manifestFor } from '../../domain/manifest.ts';
import { PANELS, parsePanel } from '../../domain/panels.ts';
import { API_HEADERS } from '../api-headers.ts';
import type { HttpContext } from '../context.ts';
import { ownAddress } from '../own-address.ts';
import type { Route } from '../route.ts';

/** The manifest of a panel, with this service's own address in it. */
export function trexRoute({ tableauPages }: HttpContext): Route {
  const { manifests, publicUrl } = tableauPages;
  return {
    method: 'get',
    path: PATHS.trex,
    access: 'public',
    doc: {
      tag: 'Pages',
      summary: 'The manifest of a panel, to add to a dashboard',
      answers: { 200: { description: 'A .trex file', contentType: 'application/xml' } },
    },
    async handle(exchange) {
      const panel = parsePanel(exchange.param('panel'));
      if (panel === undefined) {
        throw new WonderError('not_found', {
          detail: `There is no such panel. There are: ${PANELS.join(', ')}.`,
        });
      }
      const address = ownAddress(publicUrl, { header: (name) => exchange.header(name) });
      const problem = manifestAddressProblem(address);
      if (problem !== undefined) {
        throw new WonderError('conflict', { detail: `PUBLIC_URL cannot be used here. ${problem}` });
      }
      return new Response(manifestFor(await manifests.read(panel), address), {
        headers: {
          ...API_HEADERS,
          'content-type': 'application/xml; charset=utf-8',
          'content-disposition': `attachment; filename="${panel}.trex"`,
          'cache-control': 'no-cache',
          'x-request-id': exchange.requestId,
        },
      });
    },
  };
}
