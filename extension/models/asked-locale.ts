import type { HostState } from '../host/dashboard-host.ts';

/** The locale that texts are asked for in: the dashboard's, else the browser's; hosts write `en_US`. */
export function askedLocale({ locale }: Pick<HostState, 'locale'>, browser: string): string {
  return (locale ?? browser).replaceAll('_', '-');
}
