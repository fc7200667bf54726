/** What is said one after another, with one full stop between. */
export function oneAfterAnother(first: string, rest: readonly string[]): string {
  return rest.reduce((said, next) => `${said}${said.endsWith('.') ? '' : '.'} ${next}`, first);
}
