import { type Install, installSchema, PATHS } from '../../contract/index.ts';
import { manifestAddressProblem, panelUrl } from '../../domain/manifest.ts';
import { PANELS } from '../../domain/panels.ts';
import type { HttpContext } from '../context.ts';
import { ownAddress } from '../own-address.ts';
import { jsonReply } from '../replies.ts';
import type { Route } from '../route.ts';

/** What the page for Tableau's administrators shows. No secrets: it is the addresses that everyone may know. */
export function installRoute({ tableauPages }: HttpContext): Route {
  const { publicUrl, frameAncestors, extensionsJs, copies } = tableauPages;

  async function libraryState(): Promise<Install['library']> {
    if (extensionsJs !== undefined) return 'address';
    const name = PATHS.extensionsLibrary.slice(PATHS.extensionsLibrary.lastIndexOf('/') + 1);
    return (await copies.read(name)) === undefined ? 'missing' : 'copy';
  }

  return {
    method: 'get',
    path: PATHS.install,
    access: 'public',
    doc: {
      tag: 'Pages',
      summary: 'What to allow in Tableau, and what is still missing here',
      answers: {
        200: {
          description: 'Addresses',
          contentType: 'application/json',
          schema: installSchema,
        },
      },
    },
    async handle(exchange) {
      const address = ownAddress(publicUrl, { header: (name) => exchange.header(name) });
      const body: Install = {
        address,
        address_problem: manifestAddressProblem(address) ?? null,
        panels: PANELS.map((panel) => ({
          panel,
          url: panelUrl(panel, address),
          manifest: PATHS.trex.replace('{panel}', panel),
        })),
        frame_ancestors: [...frameAncestors],
        library: await libraryState(),
        library_address: extensionsJs ?? null,
      };
      return jsonReply(body, exchange.requestId);
    },
  };
}
