import { isLoopback } from './loopback.ts';
import type { SettingReader } from './setting-reader.ts';

/** An address of another service, https, or http on this machine; undefined where it is not set or wrong. */
export function readOutsideAddress(settings: SettingReader, name: string): URL | undefined {
  const text = settings.text(name);
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const host = url?.hostname.replace(/^\[|\]$/g, '') ?? '';
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(host));
  if (url !== undefined && isSafe && url.username === '' && url.password === '') return url;
  settings.refuse(name, 'is not an address', 'https://host[/path], or http on a loopback address');
  return undefined;
}
