import type { PanelServer } from '../support/panel-server.ts';

/** The id of the fan with the highest score. */
export async function bestFan(server: Pick<PanelServer, 'get'>): Promise<string> {
  const [best] = await fanIds(server, '/api/v1/fans?limit=1');
  if (best === undefined) throw new Error('the demo data has no fans');
  return best;
}

export async function fanIds(server: Pick<PanelServer, 'get'>, path: string): Promise<string[]> {
  const list = await server.get(path);
  if (!isList(list)) throw new Error(`${path} answered no list`);
  return list.items.map((item) => item.wonder_id);
}

function isList(body: unknown): body is { readonly items: readonly { wonder_id: string }[] } {
  return typeof body === 'object' && body !== null && 'items' in body && Array.isArray(body.items);
}
