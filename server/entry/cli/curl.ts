function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A shell line that asks a server to start something, as an admin. */
export function curlPost(url: string, body: Readonly<Record<string, string>>): string {
  const headers = `-H 'content-type: application/json' -H 'x-demo-role: admin'`;
  return `curl -X POST ${headers} -d ${quoted(JSON.stringify(body))} ${quoted(url)}`;
}

/** A shell line that fetches a resource, into a file where one is given. */
export function curlGet(url: string, file?: string): string {
  return `curl ${file === undefined ? '' : `-o ${quoted(file)} `}${quoted(url)}`;
}
