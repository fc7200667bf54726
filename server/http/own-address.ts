import type { Exchange } from './route.ts';

/**
 * The address that others reach this service by, without a trailing slash. Without PUBLIC_URL it listens on this
 * machine only, which Tableau knows by the name localhost alone.
 */
export function ownAddress(
  publicUrl: string | undefined,
  { header }: Pick<Exchange, 'header'>,
): string {
  if (publicUrl !== undefined) return publicUrl;
  const port = /:(\d+)$/.exec(header('host') ?? '')?.[1];
  return port === undefined ? 'http://localhost' : `http://localhost:${port}`;
}
