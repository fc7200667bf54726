import type { SourceTree } from './source-tree.ts';

interface Forbidden {
  readonly pattern: RegExp;
  readonly because: string;
}

/** Written so that no pattern finds itself in this file. */
const FORBIDDEN: readonly Forbidden[] = [
  {
    pattern: /(?<![\w.$}~-])\/(work|tmp|root|home|Users)(\/|(?=["'`\s)]|$))/,
    because: "names a folder of one person's machine",
  },
  {
    pattern: /\b(registry\.(npmjs|yarnpkg)|npm\.pkg\.github|files\.pythonhosted|pypi)\.(org|com)\b/,
    because: 'names a package registry, which is a setting of the machine',
  },
  { pattern: /\b(TO[D]O|FIX[M]E|X{3}|HA[C]K)\b/, because: 'leaves something for later' },
  { pattern: /@[t]s-(ignore|expect-error|nocheck)\b/, because: 'silences the compiler' },
  { pattern: /\bas [u]nknown as\b/, because: 'casts to silence the compiler' },
];
/** Data and results, compared byte by byte elsewhere. */
const DATA = /^test\/golden\/|\.csv$/;

/** What must not stand in any text file, as 'file:line why: the line'. */
export function checkWords(tree: SourceTree): string[] {
  return [...tree]
    .filter(([path]) => !DATA.test(path))
    .flatMap(([path, text]) =>
      text
        .split('\n')
        .flatMap((line, index) =>
          FORBIDDEN.filter(({ pattern }) => pattern.test(line)).map(
            ({ because }) => `${path}:${index + 1} ${because}: ${line.trim().slice(0, 80)}`,
          ),
        ),
    );
}
