/** A file name that every system takes: `churn-all-members-2025-03-01`. */
export function fileStem(...parts: readonly string[]): string {
  return parts
    .map((part) => part.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, ''))
    .filter((part) => part !== '')
    .join('-')
    .toLowerCase();
}
