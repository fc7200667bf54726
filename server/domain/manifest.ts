import type { Panel } from './panels.ts';

/** Stands for the service in the manifests of `trex/`. */
const EXAMPLE = 'https://wonder.example.edu';
/** What Tableau's own schema allows: http for the name localhost only, not for its number. */
const ALLOWED = /^(https:\/\/.+|http:\/\/localhost(:\d+)?(\/.*)?)$/i;
const LONGEST = 2084;
/** The longest path that follows: a panel's page. */
const ROOM = 40;

/** Why Tableau would refuse panels of this address; undefined where it would not. */
export function manifestAddressProblem(address: string): string | undefined {
  if (!URL.canParse(address)) return 'It is not an address.';
  const { search, hash, username } = new URL(address);
  if (search !== '' || hash !== '' || username !== '') {
    return 'It must be an address without a query, a fragment or a name.';
  }
  if (!ALLOWED.test(address)) {
    return 'Tableau takes https addresses, and http for the name localhost only (not for 127.0.0.1).';
  }
  return address.length > LONGEST - ROOM ? 'It is longer than Tableau allows.' : undefined;
}

/**
 * The manifest of a panel that lives at `address`. The Get Support link has to be https: on localhost it stays
 * the template's. `address` has no problem and no trailing slash.
 */
export function manifestFor(template: string, address: string): string {
  // Between tags; an address needs no other escape there.
  const written = address.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const withUrl = template.replaceAll(`<url>${EXAMPLE}/`, () => `<url>${written}/`);
  if (!address.startsWith('https:')) return withUrl;
  const quoted = written.replaceAll('"', '&quot;');
  return withUrl.replaceAll(`"${EXAMPLE}/`, () => `"${quoted}/`);
}

/** The page of a panel below a service's address: what an administrator allows. */
export function panelUrl(panel: Panel, address: string): string {
  return `${address}/extension/${panel}`;
}
