import { createServer } from 'node:http';

/** A Tableau site as far as a browser sees that shows its views: it notes what is asked of it. */
export interface PlayedSite {
  readonly url: string;
  /** Addresses of views that were asked for, with their query. */
  readonly views: string[];
  /** Tokens that somebody signed in with. */
  readonly tokens: string[];
  readonly stop: () => Promise<void>;
}

const SIGN_IN = '/vizportal/api/web/v1/auth/embed/signin';

export async function startPlayedSite(): Promise<PlayedSite> {
  const views: string[] = [];
  const tokens: string[] = [];
  const server = createServer(async (request, response) => {
    const { url = '', method, headers } = request;
    response.setHeader('access-control-allow-origin', headers.origin ?? '');
    response.setHeader('access-control-allow-credentials', 'true');
    response.setHeader('access-control-allow-headers', 'content-type');
    if (url.startsWith(SIGN_IN) && method === 'POST') {
      const body: unknown = JSON.parse((await request.toArray()).join(''));
      tokens.push(String(Reflect.get(Object(body), 'jwt')));
    }
    if (url.startsWith('/views/')) views.push(url);
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>View</title>');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    views,
    tokens,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
