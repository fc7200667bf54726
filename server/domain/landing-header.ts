import { type LandingColumn, type LandingTableName, landingColumns } from './landing-tables.ts';

/** A column name that is wrong in a file, and why. */
export interface HeaderProblem {
  readonly column: string;
  readonly message: string;
}

/** The columns of a file in the order it has them, or what is wrong with its header. */
export interface CheckedHeader {
  readonly columns: readonly LandingColumn[];
  readonly problems: readonly HeaderProblem[];
}

function unknownMessage(name: string, table: LandingTableName): string {
  if (name === '') return 'a column has no name';
  if (/[;\t|]/.test(name)) return 'fields are not separated by commas';
  return `${table} has no such column`;
}

/** Every column of the table must be there once, in any order and case, and no other. */
export function checkHeader(table: LandingTableName, header: readonly string[]): CheckedHeader {
  const names = header.map((name) => name.trim().toLowerCase());
  const known = new Map(landingColumns(table).map((column) => [column.name, column]));
  const problems: HeaderProblem[] = [];
  const columns: LandingColumn[] = [];
  for (const [index, name] of names.entries()) {
    const column = known.get(name);
    const written = (header[index] ?? '').trim();
    if (column === undefined) {
      problems.push({ column: written, message: unknownMessage(name, table) });
    } else if (names.indexOf(name) < index) {
      problems.push({ column: written, message: 'the column is there twice' });
    } else {
      columns.push(column);
    }
  }
  for (const name of known.keys()) {
    if (!names.includes(name)) problems.push({ column: name, message: 'the column is missing' });
  }
  return { columns, problems };
}
