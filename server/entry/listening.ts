import { createServer } from 'node:net';
import { WonderError } from '../domain/errors.ts';

interface Place {
  readonly port: number;
  readonly host: string;
}

/** Why nothing can listen there, as the system's code such as `EADDRINUSE`; undefined where it can. */
export function listenError({ port, host }: Place): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve('code' in error ? String(error.code) : error.message));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}

/** The `bad_settings` that a service ends with where it cannot listen. */
export function cannotListen({ port }: Place, cause: unknown): WonderError {
  return new WonderError('bad_settings', {
    detail: `The service cannot listen on PORT ${port}: another process may do so already.`,
    problems: [{ field: 'PORT', message: 'is not free', allowed: 'one that nothing listens on' }],
    cause,
  });
}
