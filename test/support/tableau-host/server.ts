import { createServer, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import type { DashboardConfig } from '../tableau-page/dashboard-config.ts';

/** A page that plays Tableau's side of the Extensions API around a panel. */
export interface PlayedTableau {
  /** Its own site, not the panel's. */
  readonly origin: string;
  /** The address of a page with this dashboard around the panel at `extensionUrl`. */
  readonly play: (dashboard: DashboardConfig, extensionUrl: string) => string;
  readonly stop: () => Promise<void>;
}

const PAGE = fileURLToPath(new URL('../tableau-page/main.ts', import.meta.url));
const HTML =
  '<!doctype html><meta charset="utf-8"><title>Dashboard</title><link rel="icon" href="data:,">' +
  '<style>body{margin:8px}iframe{border:0}</style><div id="zone"></div><script type="module" src="/page.js"></script>';

export async function startPlayedTableau(): Promise<PlayedTableau> {
  const script = await bundle();
  const configs: string[] = [];
  const send = (response: ServerResponse, type: string, body: string): void => {
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
  };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const config = configs[Number(searchParams.get('play'))] ?? '{}';
    if (pathname === '/page.js') send(response, 'text/javascript', script);
    else if (pathname === '/config.json') send(response, 'application/json', config);
    else send(response, 'text/html', HTML);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    play: (dashboard, extensionUrl) => {
      configs.push(JSON.stringify({ ...dashboard, extensionUrl }));
      return `${origin}/?play=${configs.length - 1}`;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bundle(): Promise<string> {
  const { outputFiles } = await esbuild.build({
    entryPoints: [PAGE],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
  });
  return outputFiles[0]?.text ?? '';
}
