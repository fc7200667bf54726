import { closingBracket, splitList } from './brackets.ts';

/** SQL in lower case whose comments and texts are blank, so that rules see code only; places stay. */
export interface MaskedSql {
  readonly code: string;
  /** The texts between single quotes. */
  readonly literals: readonly { readonly index: number; readonly text: string }[];
}

const PARTS = /--[^\n]*|'(?:[^']|'')*'/g;

export function maskSql(sql: string): MaskedSql {
  const literals: { index: number; text: string }[] = [];
  const code = sql.toLowerCase().replace(PARTS, (part, index: number) => {
    if (part.startsWith('--')) return ' '.repeat(part.length);
    literals.push({ index, text: sql.slice(index + 1, index + part.length - 1) });
    return `'${'_'.repeat(part.length - 2)}'`;
  });
  return { code, literals };
}

export interface Call {
  readonly index: number;
  readonly args: readonly string[];
}

/** Every call of a function with its arguments. */
export function callsOf(code: string, name: string): Call[] {
  return [...code.matchAll(new RegExp(`\\b${name}\\s*\\(`, 'g'))].map((match) => {
    const open = match.index + match[0].length - 1;
    return {
      index: match.index,
      args: splitList(code.slice(open + 1, closingBracket(code, open))),
    };
  });
}
