import type { LandingFile } from '../domain/landing-files.ts';
import type { LandingTableName } from '../domain/landing-tables.ts';

/** One thing wrong with an input file. `line` counts from 1, the header included; a Parquet row also from 1. */
export interface LandingProblem {
  readonly file: string;
  readonly line?: number;
  readonly column?: string;
  /** The value as it stands in the file, cut to a readable length. */
  readonly value?: string;
  readonly message: string;
}

/** A table that was loaded, from which file, with how many rows. */
export interface LoadedTable {
  readonly table: LandingTableName;
  readonly file: string;
  readonly rows: number;
}

/** What a load did, or everything that kept it from loading. */
export interface LandingOutcome {
  /** In the order of the files; what would have been loaded for a dry run; empty when something is wrong. */
  readonly loaded: readonly LoadedTable[];
  /** The first problems found; `problemCount` counts all. */
  readonly problems: readonly LandingProblem[];
  readonly problemCount: number;
  /**
   * Days added to dim_date because the facts use them and no file brought them; of a dry run, which does not look at
   * the tables, as many as an empty dim_date would get.
   */
  readonly derivedDays: number;
}

/** A folder to load, file by file, and how. */
export interface LandingRequest {
  readonly directory: string;
  readonly files: readonly LandingFile[];
  /** Adds to the tables instead of replacing their rows. */
  readonly append: boolean;
  /** Checks everything and changes nothing. */
  readonly dryRun: boolean;
  readonly onTable?: (table: LandingTableName, file: string) => void;
}

/** Brings files into the landing tables: all of them, or, when anything is wrong, none. */
export interface LandingLoader {
  /** Names of the plain files in a folder. Rejects with `bad_input_files` where there is no such folder. */
  list(directory: string): Promise<readonly string[]>;
  /** Rejects only for faults that are not in the files: `cancelled`, `warehouse_unavailable`. */
  load(request: LandingRequest): Promise<LandingOutcome>;
}
