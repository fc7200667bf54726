import { Command, Option } from 'commander';
import { lastCompleteDay } from '../../domain/calendar.ts';
import { WonderError } from '../../domain/errors.ts';
import { DEMO_FANS_LIMIT, generateDemo } from '../../usecases/generate-demo.ts';
import {
  type DemoParameters,
  findLandingOrigin,
  type LandingOrigin,
} from '../../usecases/landing-origin.ts';
import { refuseSnowflake } from '../compose-warehouse.ts';
import { interruptSignal } from './interrupt.ts';
import { nextScore } from './next-score.ts';
import { databaseOption, parseDay, parseWhole } from './options.ts';
import { formatCount, formatSeconds, progressBar, type Terminal } from './terminal.ts';
import { readConfig, type Workplace, withWorkplace } from './workplace.ts';

/** What the demo is made of where nobody says otherwise: two years of 5,000 fans. */
export const DEMO_DEFAULTS = { fans: 5000, seed: 1, days: 730 } as const;

interface DemoOptions {
  readonly fans: number;
  readonly seed: number;
  readonly asOf?: string;
  readonly force?: true;
  readonly database?: string;
}

const HELP = `
Invented people with two years of seasons, game days, regulars, leavers and newcomers, what they bought before,
and some dirty rows, as real feeds have. The same seed, number of fans and day give the same rows. Memory does not grow with the number
of fans; a million fans take some minutes and about 2 GB of disk.

Replaces the landing tables, and with demo data its scores. Data of your own is only replaced with --force, and
its scores stay.`;

function isSame(origin: LandingOrigin, wanted: DemoParameters): boolean {
  if (origin.kind !== 'demo') return false;
  const { fans, seed, asOf, days } = origin.parameters;
  return (
    fans === wanted.fans && seed === wanted.seed && asOf === wanted.asOf && days === wanted.days
  );
}

function describe({ fans, seed, asOf }: DemoParameters): string {
  return `${formatCount(fans)} invented fans, two years up to ${asOf}, seed ${seed}`;
}

/** Makes demo data and shows how far it is. */
export async function makeDemo(
  terminal: Terminal,
  workplace: Workplace,
  wanted: DemoParameters & { readonly signal: AbortSignal; readonly clearScores?: boolean },
) {
  let quarter = 0;
  return await generateDemo(workplace, {
    ...wanted,
    earlierSpend: true,
    onProgress: (done, total) => {
      const share = done / total;
      terminal.status(`${progressBar(share)} ${Math.floor(share * 100)} %  demo data`);
      const reached = Math.floor(share * 4);
      if (!terminal.interactive && reached > quarter) terminal.note(`demo data: ${reached * 25} %`);
      quarter = reached;
    },
  });
}

interface Request {
  readonly wanted: DemoParameters;
  readonly force: boolean;
  /** --database */
  readonly database: string | undefined;
  readonly signal: AbortSignal;
}

async function run(
  terminal: Terminal,
  workplace: Workplace,
  { wanted, force, database, signal }: Request,
): Promise<void> {
  const started = performance.now();
  const origin = await findLandingOrigin(workplace);
  if (isSame(origin, wanted) && !force) {
    terminal.note(`It is there already: ${describe(wanted)}. --force makes it again.`);
    return;
  }
  if (origin.kind === 'own' && !force) {
    throw new WonderError('conflict', {
      detail: `${workplace.database} holds data that is not demo data. Use another --database, or --force to replace it.`,
    });
  }
  const clearScores = origin.kind === 'demo';
  const tables = await makeDemo(terminal, workplace, { ...wanted, signal, clearScores });
  for (const { table, rows } of tables) {
    terminal.print(`${table.padEnd(16)} ${formatCount(rows).padStart(12)} rows`);
  }
  terminal.note(`${describe(wanted)} (${formatSeconds(performance.now() - started)}).`);
  if (clearScores) terminal.note('The scores of the demo data before are deleted with it.');
  terminal.note(nextScore(wanted.asOf, database));
}

/** `wonder demo` */
export function demoCommand(terminal: Terminal): Command {
  return new Command('demo')
    .description('fill the landing tables with invented fans and their history')
    .addOption(
      new Option('--fans <n>', 'how many fans')
        .argParser(parseWhole(1, DEMO_FANS_LIMIT))
        .default(DEMO_DEFAULTS.fans),
    )
    .addOption(
      new Option('--seed <n>', 'another number, other people')
        .argParser(parseWhole(0, 2 ** 31))
        .default(DEMO_DEFAULTS.seed),
    )
    .addOption(
      new Option(
        '--as-of <date>',
        'the last day of the data (default: the last complete day in TIMEZONE)',
      ).argParser(parseDay),
    )
    .option('--force', 'replace data that is not demo data, or make the same again')
    .addOption(databaseOption())
    .addHelpText('after', HELP)
    .action(async (options: DemoOptions) => {
      refuseSnowflake(readConfig(options.database), 'demo');
      const config = readConfig(options.database);
      const { fans, seed } = options;
      const asOf = options.asOf ?? lastCompleteDay(config.timeZone, Date.now());
      const wanted = { fans, seed, asOf, days: DEMO_DEFAULTS.days };
      const interrupt = interruptSignal(() => terminal.note('Cancelling; nothing is replaced.'));
      try {
        await withWorkplace(
          { database: options.database, create: true, requests: () => [] },
          (workplace) =>
            run(terminal, workplace, {
              wanted,
              force: options.force === true,
              database: options.database,
              signal: interrupt.signal,
            }),
        );
      } finally {
        interrupt.release();
      }
    });
}
