import { type FieldProblem, WonderError } from '../domain/errors.ts';
import { type LandingFolder, matchLandingFiles } from '../domain/landing-files.ts';
import type { LandingTableName } from '../domain/landing-tables.ts';
import type { LandingLoader, LandingProblem, LoadedTable } from '../ports/landing-loader.ts';

export interface LoadLandingInput {
  readonly directory: string;
  readonly append: boolean;
  readonly dryRun: boolean;
  readonly onTable?: (table: LandingTableName, file: string) => void;
}

export interface LoadReport {
  readonly loaded: readonly LoadedTable[];
  readonly derivedDays: number;
  /** Files of the folder that are no table, and tables that have no file and so stay as they are. */
  readonly ignored: readonly string[];
  readonly absent: readonly LandingTableName[];
}

/**
 * Loads every file of a folder that is named after an input table: all of them or, with
 * `bad_input_files` and the problems by file and line, none.
 */
export async function loadLanding(
  { loader }: { readonly loader: LandingLoader },
  input: LoadLandingInput,
): Promise<LoadReport> {
  const { directory, append, dryRun, onTable } = input;
  const folder = matchLandingFiles(await loader.list(directory));
  refuseUnclearFolder(folder, directory);
  const outcome = await loader.load({
    directory,
    files: folder.files,
    append,
    dryRun,
    ...(onTable === undefined ? {} : { onTable }),
  });
  if (outcome.problemCount > 0) {
    throw new WonderError('bad_input_files', {
      detail: countedProblems(outcome.problemCount),
      problems: withRest(outcome.problems.map(toFieldProblem), outcome.problemCount),
    });
  }
  return {
    loaded: outcome.loaded,
    derivedDays: outcome.derivedDays,
    ignored: folder.ignored,
    absent: folder.absent,
  };
}

function refuseUnclearFolder(folder: LandingFolder, directory: string): void {
  if (folder.doubled.length > 0) {
    throw new WonderError('bad_input_files', {
      detail: 'Nothing was loaded: a table may come from one file only.',
      problems: folder.doubled.map(({ table, names }) => ({
        field: table,
        message: `comes from ${names.join(' and ')}`,
      })),
    });
  }
  if (folder.files.length === 0) {
    throw new WonderError('bad_input_files', {
      detail: `No file in ${directory} is named after a table, such as dim_fan.csv or fact_spend.parquet.`,
    });
  }
}

function countedProblems(count: number): string {
  return `Nothing was loaded: ${count === 1 ? 'one thing is' : `${count} things are`} wrong in the files.`;
}

function toFieldProblem({ file, line, column, value, message }: LandingProblem): FieldProblem {
  const parts = [
    ...(column === undefined ? [] : [column]),
    ...(value === undefined ? [] : [JSON.stringify(value)]),
  ];
  const said = parts.length === 0 ? message : `${parts.join(' ')}: ${message}`;
  return { field: line === undefined ? file : `${file}:${line}`, message: said };
}

function withRest(problems: readonly FieldProblem[], count: number): readonly FieldProblem[] {
  const rest = count - problems.length;
  return rest > 0 ? [...problems, { field: 'and', message: `${rest} more` }] : problems;
}
