import { type LandingColumn, type LandingTableName, landingColumns } from './landing-tables.ts';

/** What is wrong with a header: with one of its columns, or with all of it. */
export interface HeaderProblem {
  readonly column?: string;
  readonly message: string;
}

/** The columns of a file in the order it has them, or what is wrong with its header. */
export interface CheckedHeader {
  readonly columns: readonly LandingColumn[];
  readonly problems: readonly HeaderProblem[];
}

function unknownColumn(written: string, table: LandingTableName): HeaderProblem {
  return written === ''
    ? { message: 'a column has no name' }
    : { column: written, message: `${table} has no such column` };
}

/** Where no name at all is one of the table's, to list them all would not help. */
function noHeader(
  table: LandingTableName,
  [first = '', ...others]: readonly string[],
): HeaderProblem {
  return others.length === 0 && /[;\t|]/.test(first)
    ? { message: 'fields are not separated by commas' }
    : { message: `no column of ${table} is named here` };
}

/** Every column of the table must be there once, in any order and case, and no other. */
export function checkHeader(table: LandingTableName, header: readonly string[]): CheckedHeader {
  const names = header.map((name) => name.trim().toLowerCase());
  const known = new Map(landingColumns(table).map((column) => [column.name, column]));
  if (!names.some((name) => known.has(name))) {
    return { columns: [], problems: [noHeader(table, names)] };
  }
  const problems: HeaderProblem[] = [];
  const columns: LandingColumn[] = [];
  for (const [index, name] of names.entries()) {
    const column = known.get(name);
    const written = (header[index] ?? '').trim();
    if (column === undefined) {
      problems.push(unknownColumn(written, table));
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
