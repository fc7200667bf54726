import { Command, InvalidArgumentError, Option } from 'commander';
import { dayIn, lastCompleteDay } from '../../domain/calendar.ts';
import { WonderError } from '../../domain/errors.ts';
import { addDays, type RunRecord } from '../../domain/run.ts';
import { describeQuality } from '../../usecases/describe-quality.ts';
import { runScoring } from '../../usecases/run-scoring.ts';
import { curlPost } from './curl.ts';
import type { ServerRequests } from './held-database.ts';
import { interruptSignal } from './interrupt.ts';
import { databaseOption, parseDay } from './options.ts';
import { formatCount, formatSeconds, progressBar, type Terminal } from './terminal.ts';
import { readConfig, type Workplace, withWorkplace } from './workplace.ts';

interface ScoreOptions {
  readonly asOf?: string;
  readonly from?: string;
  readonly to?: string;
  readonly override?: string;
  readonly train?: true;
  readonly database?: string;
}

const HELP = `
Scores are calculated from the rows up to the day and published together. Running a day again replaces its
scores. With --from and --to every day of the span is scored, the oldest first. Without a day: the last
complete day in TIMEZONE.

Ends with 1 when a run fails or the data gates refuse it; the scores published before stay.`;

function parseReason(text: string): string {
  if (text.trim() !== '') return text.trim();
  throw new InvalidArgumentError('It must say why.');
}

function daysOf(options: ScoreOptions): string[] {
  const { asOf, from, to } = options;
  if (from === undefined && to === undefined) {
    const config = readConfig(options.database);
    return [asOf ?? lastCompleteDay(config.timeZone, Date.now())];
  }
  if (from === undefined || to === undefined) {
    throw new WonderError('invalid_value', { detail: '--from and --to belong together.' });
  }
  if (to < from) {
    throw new WonderError('invalid_value', { detail: '--to must not be before --from.' });
  }
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

function requestsFor(days: readonly string[]): ServerRequests {
  const [first = '', ...others] = days;
  const rest =
    others.length === 0 ? [] : [`and, each when the one before is done, up to ${others.at(-1)}`];
  return (url) => [curlPost(`${url}/api/v1/runs`, { score_date: first }), ...rest];
}

function resultLine(run: RunRecord, took: string): string {
  const fans = `${formatCount(run.fans ?? 0)} fans`;
  if (run.status === 'succeeded') {
    return `${run.score_date}  published  ${fans}  ${took}  run ${run.run_id}`;
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
  let allPublished = true;
  for (const [index, scoreDate] of days.entries()) {
    const started = performance.now();
    let stage = '';
    const run = await runScoring(workplace.runDeps, {
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
    });
    const took = formatSeconds(performance.now() - started);
    if (run.status !== 'succeeded') allPublished = false;
    terminal.print(resultLine(run, took));
    const leftOut = await describeQuality(workplace.runDeps, run.run_id);
    if (leftOut !== undefined) terminal.note(`${run.score_date}  left out: ${leftOut}`);
  }
  return allPublished;
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
      ).argParser(parseReason),
    )
    .option('--train', 'train both models first, as scheduled runs do weekly')
    .addOption(databaseOption())
    .addHelpText('after', HELP)
    .action(async (options: ScoreOptions) => {
      const days = daysOf(options);
      const today = dayIn(readConfig(options.database).timeZone, Date.now());
      if (days.some((day) => day >= today)) {
        terminal.note(`${days.at(-1)} is not over yet; its scores will not be final.`);
      }
      const interrupt = interruptSignal(() =>
        terminal.note('Cancelling; the scores published before stay. Once more ends at once.'),
      );
      try {
        const published = await withWorkplace(
          { database: options.database, create: false, requests: requestsFor(days) },
          (workplace) =>
            scoreDays(terminal, {
              workplace,
              days,
              overrideReason: options.override,
              trains: options.train === true,
              signal: interrupt.signal,
            }),
        );
        if (!published) process.exitCode = 1;
      } finally {
        interrupt.release();
      }
    });
}
