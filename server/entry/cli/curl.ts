function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A shell line that fetches a resource, into a file where one is given. */
export function curlGet(url: string, file?: string): string {
  return `curl ${file === undefined ? '' : `-o ${quoted(file)} `}${quoted(url)}`;
}
