import { shellWord } from './shell-word.ts';

/** A shell line that fetches a resource. */
export function curlGet(url: string): string {
  return `curl ${shellWord(url)}`;
}

/** A shell line that asks a server of the demo's sign-in, as an admin, to do something. */
export function curlPost(url: string): string {
  return `curl -X POST -H 'x-demo-role: admin' ${shellWord(url)}`;
}
