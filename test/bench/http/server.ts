import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { createPinoLogger } from '../../../server/adapters/system/pino-logger.ts';
import { parseConfig } from '../../../server/entry/config.ts';
import { startServer } from '../../../server/entry/node.ts';

/** One server in a process of its own, so that its CPU time is its own: `server.ts MODE PATH [BODY]`. */
const [, , mode = '', path = '', body = ''] = process.argv;

async function serveProduct(): Promise<string> {
  const config = parseConfig({ PORT: '0', DUCKDB_PATH: path, UV_THREADPOOL_SIZE: '16' });
  const { url } = await startServer(config, { logger: createPinoLogger({ level: 'info' }) });
  return url;
}

function serveBare(app: Hono): Promise<string> {
  const server = createAdaptorServer({ fetch: app.fetch });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address !== null && typeof address === 'object') {
        resolve(`http://127.0.0.1:${address.port}`);
      }
    });
  });
}

function bareApp(): Hono {
  const app = new Hono();
  const record: object = JSON.parse(body);
  if (mode === 'hono-json') app.get(path, (c) => c.json(record));
  else app.get(path, (c) => c.body(body, 200, { 'content-type': 'application/json' }));
  return app;
}

const url = mode === 'product' ? await serveProduct() : await serveBare(bareApp());
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: user + system, memory: process.memoryUsage.rss() });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ url });
