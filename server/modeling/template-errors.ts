import type { WonderError } from '../domain/errors.ts';
import { badModel, type SqlSource } from './project.ts';

/** Macros of all files as one template, which knows the file and line of each of its lines. */
export const MACROS = 'macros';

const PLACE = /\s*\(in (.+?):(\d+)\)/;
// The faulty line, and below it a mark under what is wrong.
const MARKED = /^ *\d+ > (.*)\n *i (.*?)(\^+) undefined value$/m;

/** Something a template asked for that the project does not have. */
export interface UnknownName {
  readonly kind: 'variable' | 'model' | 'source';
  readonly name: string;
  /** As the template writes it, between quotes. */
  readonly literal: string;
}

/** The first line of a file that has a name between quotes. */
function lineWith(literal: string, sql: string): number | undefined {
  const index = sql
    .split('\n')
    .findIndex((line) => line.includes(`'${literal}'`) || line.includes(`"${literal}"`));
  return index < 0 ? undefined : index + 1;
}

/** What was asked for and is not there, at the line that asks: in the file, or in a macro it uses. */
export function explainUnknown(
  { kind, name, literal }: UnknownName,
  file: SqlSource,
  macros: readonly SqlSource[],
): WonderError {
  const message = `unknown ${kind} '${name}'`;
  const line = lineWith(literal, file.sql);
  if (line !== undefined) return badModel(file.path, message, line);
  for (const macro of macros) {
    const macroLine = lineWith(literal, macro.sql);
    if (macroLine !== undefined) {
      return badModel(macro.path, `${message} (used by ${file.path})`, macroLine);
    }
  }
  return badModel(file.path, message);
}

/** The expression that the renderer found undefined. */
function undefinedIn(complaint: string): string | undefined {
  const [, line = '', before = '', marks = ''] = MARKED.exec(complaint) ?? [];
  const expression = line.slice(before.length, before.length + marks.length);
  return expression === '' ? undefined : expression;
}

/** A complaint of the renderer in one line, with the file and line it is about. */
export function explainFailure(
  error: unknown,
  file: SqlSource,
  macros: readonly SqlSource[],
): WonderError {
  const complaint = error instanceof Error ? error.message : String(error);
  const [firstLine = complaint] = complaint.split('\n');
  const missing = undefinedIn(complaint);
  const said = firstLine.replace(PLACE, '').trim();
  const message = missing === undefined ? said : `${said}: ${missing}`;
  const [, template, lineText] = PLACE.exec(complaint) ?? [];
  const line = lineText === undefined ? undefined : Number(lineText);
  if (template !== MACROS || line === undefined) return badModel(file.path, message, line);
  let above = 0;
  for (const macro of macros) {
    const lines = macro.sql.split('\n').length;
    if (line <= above + lines) {
      const user = file.path === MACROS ? '' : ` (used by ${file.path})`;
      return badModel(macro.path, `${message}${user}`, line - above);
    }
    above += lines;
  }
  return badModel(file.path, message);
}
