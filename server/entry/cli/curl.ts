function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A shell line that fetches a resource, into a file where one is given. */
export function curlGet(url: string, file?: string): string {
  return `curl ${file === undefined ? '' : `-o ${quoted(file)} `}${quoted(url)}`;
}

/** A shell line that asks a server of the demo's sign-in, as an admin, to do something. */
export function curlPost(url: string): string {
  return `curl -X POST -H 'x-demo-role: admin' ${quoted(url)}`;
}
