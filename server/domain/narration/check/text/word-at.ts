import type { Token } from './tokens.ts';

/** What a token says, in lower case; empty where there is none. */
export function wordAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.lower ?? '';
}

/** Whether a token is a figure. */
export function isFigure(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.kind === 'figure';
}

/** Whether any of the tokens is a figure. */
export function hasFigure(tokens: readonly Token[]): boolean {
  return tokens.some(({ kind }) => kind === 'figure');
}
