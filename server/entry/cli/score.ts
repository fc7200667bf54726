import { Command, InvalidArgumentError, Option } from 'commander';
import { dayIn, lastCompleteDay } from '../../domain/calendar.ts';
import { isWonderError, WonderError } from '../../domain/errors.ts';
import { addDays, type RunRecord } from '../../domain/run.ts';
import { KeptTables } from '../../modeling/kept-tables.ts';
import { describeQuality } from '../../usecases/describe-quality.ts';
import { refuseFutureDay } from '../../usecases/refuse-day.ts';
import { runScoring } from '../../usecases/run-scoring.ts';
import { composeExtracts, NO_EXTRACTS } from '../compose-extracts.ts';
import { counted } from './counted.ts';
import { findServer } from './held-database.ts';
import { interruptSignal } from './interrupt.ts';
import { databaseOption, parseDay } from './options.ts';
import { parseText } from './parse-text.ts';
import { formatSeconds, progressBar, type Terminal } from './terminal.ts';
import { readConfig, type Workplace, withWorkplace } from './workplace.ts';

interface ScoreOptions {
  readonly asOf?: string;
  readonly from?: string;
  readonly to?: string;
  readonly override?: string;
  readonly train?: true;
  readonly database?: string;
  readonly server?: string;
}

const HELP = `
Scores are calculated from the rows up to the day and published together. Running a day again replaces its
scores. With --from and --to every day of the span is scored, the oldest first. Without a day: the last
complete day in TIMEZONE.

While a server has the database open, the server is asked to do it; --server asks one anywhere.

Ends with 1 when a run fails or the data gates refuse it; the scores published before stay.`;

const REFUSED =
  'The scores published before stay. Where the data are right all the same: --override REASON.';

function daysOf(command: Command, options: ScoreOptions): string[] {
  const { asOf, from, to } = options;
  if (from === undefined && to === undefined) {
    const config = readConfig(options.database);
    return [asOf ?? lastCompleteDay(config.timeZone, Date.now())];
  }
  if (from === undefined || to === undefined) {
    return command.error('error: --from and --to belong together.');
  }
  if (to < from) {
    return command.error('error: --to must not be before --from.');
  }
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

type EndedRun = Pick<
  RunRecord,
  'run_id' | 'score_date' | 'status' | 'fans' | 'data_as_of' | 'refused_because'
>;

function resultLine(run: EndedRun, took: string): string {
  const fans = counted(run.fans ?? 0, 'fan');
  if (run.status === 'succeeded') {
    const facts = run.data_as_of === null ? 'no facts' : `facts up to ${run.data_as_of}`;
    return `${run.score_date}  published  ${fans}  ${facts}  ${took}  run ${run.run_id}`;
  }
  return `${run.score_date}  ${run.status}  ${run.refused_because ?? ''}`.trimEnd();
}

interface Scoring {
  readonly workplace: Workplace;
  readonly days: readonly string[];
  readonly overrideReason: string | undefined;
  readonly trains: boolean;
  readonly signal: AbortSignal;
}

/** Scores every day; answers whether all were published. */
async function scoreDays(terminal: Terminal, scoring: Scoring): Promise<boolean> {
  const { workplace, days, overrideReason, trains, signal } = scoring;
  const { config, runDeps } = workplace;
  const lastDay = composeExtracts(config.tableau, runDeps) ?? { skippedBecause: NO_EXTRACTS };
  const kept = await KeptTables.open(workplace.warehouse, {
    id: runDeps.ids.next(8),
    withRows: false,
  });
  let allPublished = true;
  for (const [index, scoreDate] of days.entries()) {
    const started = performance.now();
    let stage = '';
    const isLast = index === days.length - 1;
    const extracts = isLast ? lastDay : { skippedBecause: 'It follows the last day of the span.' };
    const run = await runScoring(
      { ...runDeps, extracts, ...(kept === undefined ? {} : { kept }) },
      {
        scoreDate,
        trigger: 'cli',
        signal,
        ...(trains ? { train: 'always' } : {}),
        ...(overrideReason === undefined ? {} : { overrideReason }),
        onProgress: (progress) => {
          const share = (index + progress.done / progress.total) / days.length;
          const percent = `${Math.floor(share * 100)} %`.padStart(5);
          terminal.status(`${progressBar(share)} ${percent}  ${scoreDate}  ${progress.stage}`);
          if (!terminal.interactive && days.length === 1 && stage !== progress.stage) {
            terminal.note(`${scoreDate}  ${progress.stage}`);
          }
          stage = progress.stage;
        },
      },
    );
    const took = formatSeconds(performance.now() - started);
    if (run.status !== 'succeeded') allPublished = false;
    terminal.print(resultLine(run, took));
    if (run.status === 'refused') terminal.note(REFUSED);
    const leftOut = await describeQuality(workplace.runDeps, run.run_id);
    if (leftOut !== undefined) terminal.note(`${run.score_date}  left out: ${leftOut}`);
  }
  return allPublished;
}

interface Asking extends Omit<Scoring, 'workplace'> {
  readonly url: string;
}

/** Has a server score every day; answers whether all were published. */
async function askForDays(terminal: Terminal, asking: Asking): Promise<boolean> {
  const { url, days, overrideReason, trains, signal } = asking;
  if (trains) {
    throw new WonderError('invalid_value', {
      detail:
        'A server trains by its own rules; --train works on a database that no server has open.',
    });
  }
  // Only when needed: the API's schemas are large.
  const { askServerToScore } = await import('./ask-server.ts');
  let allPublished = true;
  for (const scoreDate of days) {
    const started = performance.now();
    let stage = '';
    const onStage = (now: string) => {
      if (now !== stage) terminal.status(`${scoreDate}  ${now}`);
      if (now !== stage && !terminal.interactive && days.length === 1) {
        terminal.note(`${scoreDate}  ${now}`);
      }
      stage = now;
    };
    const run = await askServerToScore({ url, scoreDate, overrideReason, signal, onStage });
    const said = run.status === 'failed' ? { ...run, refused_because: run.error } : run;
    terminal.print(resultLine(said, formatSeconds(performance.now() - started)));
    if (run.status === 'refused') terminal.note(REFUSED);
    if (run.status !== 'succeeded') allPublished = false;
  }
  return allPublished;
}

interface Request extends Omit<Scoring, 'workplace'> {
  readonly database: string | undefined;
  readonly server: string | undefined;
}

/** Here, or by the server that has the database open, or by the one that was named. */
async function score(terminal: Terminal, request: Request): Promise<boolean> {
  const { database, server } = request;
  if (server !== undefined) return await askForDays(terminal, { ...request, url: server });
  try {
    return await withWorkplace({ database, create: false, requests: () => [] }, (workplace) =>
      scoreDays(terminal, { ...request, workplace }),
    );
  } catch (error) {
    if (!isWonderError(error) || error.code !== 'database_held') throw error;
    const holder = await findServer(readConfig(database).duckdbPath);
    if (holder === undefined) throw error;
    terminal.note(`The server at ${holder.url} has the database open, so it does this.`);
    return await askForDays(terminal, { ...request, url: holder.url });
  }
}

function parseServer(text: string): string {
  if (URL.canParse(text) && /^https?:/.test(text)) return text.replace(/\/+$/, '');
  throw new InvalidArgumentError('It must be an address such as http://127.0.0.1:8787.');
}

/** `wonder score` */
export function scoreCommand(terminal: Terminal): Command {
  return new Command('score')
    .description('calculate and publish the scores of a day, or of every day of a span')
    .addOption(
      new Option('--as-of <date>', 'the day').argParser(parseDay).conflicts(['from', 'to']),
    )
    .addOption(new Option('--from <date>', 'first day of a span').argParser(parseDay))
    .addOption(new Option('--to <date>', 'last day of a span').argParser(parseDay))
    .addOption(
      new Option(
        '--override <reason>',
        'publish although a data gate refuses, and record why',
      ).argParser(parseText('It must say why.')),
    )
    .option('--train', 'train both models first, as scheduled runs do weekly')
    .addOption(
      new Option('--server <url>', 'have a running server do it')
        .argParser(parseServer)
        .conflicts('database'),
    )
    .addOption(databaseOption())
    .addHelpText('after', HELP)
    .action(async (options: ScoreOptions, command: Command) => {
      const days = daysOf(command, options);
      const today = dayIn(readConfig(options.database).timeZone, Date.now());
      // A server that is asked knows its own time zone.
      if (options.server === undefined) for (const day of days) refuseFutureDay(day, today);
      if (days.some((day) => day >= today)) {
        terminal.note(`${days.at(-1)} is not over yet; its scores will not be final.`);
      }
      const interrupt = interruptSignal(() =>
        terminal.note('Cancelling; the scores published before stay. Once more ends at once.'),
      );
      try {
        const published = await score(terminal, {
          database: options.database,
          server: options.server,
          days,
          overrideReason: options.override,
          trains: options.train === true,
          signal: interrupt.signal,
        });
        if (!published) process.exitCode = 1;
      } finally {
        interrupt.release();
      }
    });
}
