import { resolve } from 'node:path';
import { Command } from 'commander';
import { lastCompleteDay } from '../../domain/calendar.ts';
import { findNewestFactDay } from '../../usecases/find-newest-fact-day.ts';
import { type LoadReport, loadLanding } from '../../usecases/load-landing.ts';
import { nextScore } from './next-score.ts';
import { databaseOption } from './options.ts';
import { formatCount, formatSeconds, type Terminal } from './terminal.ts';
import { withWorkplace } from './workplace.ts';

interface LoadOptions {
  readonly append?: true;
  readonly dryRun?: true;
  readonly database?: string;
}

const HELP = `
Files are named after the tables: dim_fan.csv, fact_spend.csv.gz, fact_engagement.parquet. Other files are ignored.
"wonder setup --print" shows each table with its columns; the README says which values are counted.
CSV: UTF-8, comma, a header line in any order, quotes where needed; an empty field is null; true/false;
dates YYYY-MM-DD; times YYYY-MM-DD HH:MM:SS.

A table that has a file is replaced, a table without one stays as it is. Everything is loaded, or, when
anything is wrong, nothing; what is wrong is named by file and line. Without a dim_date file its days are
derived from the facts.`;

function report(
  terminal: Terminal,
  { result, dryRun }: { readonly result: LoadReport; readonly dryRun: boolean },
): void {
  const width = Math.max(...result.loaded.map(({ table }) => table.length));
  for (const { table, rows, file } of result.loaded) {
    terminal.print(`${table.padEnd(width)}  ${formatCount(rows).padStart(12)} rows  ${file}`);
  }
  if (result.derivedDays > 0) {
    const days = `${formatCount(result.derivedDays)} days`;
    terminal.note(
      dryRun
        ? `dim_date: up to ${days} would be derived from the facts, those that it has not yet.`
        : `dim_date: ${days} derived from the facts.`,
    );
  }
  const absent = result.absent.filter((table) => table !== 'dim_date' || result.derivedDays === 0);
  if (absent.length > 0) terminal.note(`No file, left as they are: ${absent.join(', ')}.`);
  if (result.ignored.length > 0) {
    terminal.note(`Not named after a table, ignored: ${result.ignored.join(', ')}.`);
  }
}

/** `wonder load DIR` */
export function loadCommand(terminal: Terminal): Command {
  return new Command('load')
    .description('load a folder of CSV, CSV.gz or Parquet files into the landing tables')
    .argument('<dir>', 'the folder')
    .option('--dry-run', 'check everything, load nothing')
    .option('--append', 'add to the tables instead of replacing them')
    .addOption(databaseOption())
    .addHelpText('after', HELP)
    .action(async (dir: string, options: LoadOptions) => {
      const started = performance.now();
      const dryRun = options.dryRun === true;
      const { result, newest } = await withWorkplace(
        {
          database: options.database,
          create: true,
          allOrNothing: true,
          inMemory: dryRun,
          requests: () => [],
        },
        async (workplace) => {
          const result = await loadLanding(workplace, {
            directory: resolve(dir),
            append: options.append === true,
            dryRun,
            onTable: (table, file) => terminal.status(`${table} from ${file} ...`),
          });
          const upTo = lastCompleteDay(workplace.config.timeZone, Date.now());
          const newest = dryRun ? undefined : await findNewestFactDay(workplace, { upTo });
          return { result, newest };
        },
      );
      report(terminal, { result, dryRun });
      const took = formatSeconds(performance.now() - started);
      terminal.note(
        dryRun ? `All of it is right; nothing was loaded (${took}).` : `Done (${took}).`,
      );
      if (newest !== undefined) terminal.note(nextScore(newest, options.database));
    });
}
