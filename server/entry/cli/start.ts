import { Command, Option } from 'commander';
import { lastCompleteDay } from '../../domain/calendar.ts';
import { KeptTables } from '../../modeling/kept-tables.ts';
import { findNewestFactDay } from '../../usecases/find-newest-fact-day.ts';
import { DEMO_FANS_LIMIT } from '../../usecases/generate-demo.ts';
import { findLandingOrigin } from '../../usecases/landing-origin.ts';
import { analyticsTable } from '../../usecases/run-deps.ts';
import { runScoring } from '../../usecases/run-scoring.ts';
import { refuseSnowflake } from '../compose-warehouse.ts';
import { cannotListen, listenError } from '../listening.ts';
import { DEMO_DEFAULTS, makeDemo } from './demo.ts';
import { demoDays, demoModels, describeDemoDays } from './demo-days.ts';
import { interruptSignal } from './interrupt.ts';
import { databaseOption, parseWhole } from './options.ts';
import { ensurePanels } from './panels.ts';
import { serveUntilStopped } from './serve.ts';
import { formatCount, progressBar, type Terminal } from './terminal.ts';
import { readConfig, type Workplace, withWorkplace } from './workplace.ts';

const HISTORY_DAYS = 60;
const HISTORY_LIMIT = 365;
/** Up to here a model is too small for two threads to share: they mostly wait, so two models run on one each. */
const SMALL_DATA_FANS = 100_000;

interface StartOptions {
  readonly fans: number;
  readonly history: number;
  readonly database?: string;
}

const HELP = `
The first start makes demo data, scores its last 60 days, builds the panels and serves: under a minute. Later
starts serve at once. What a start that was broken off has done already is not done again. A database with data
of your own is served as it is; only where it has no scores at all is its newest day scored.`;

/** A terminal whose lines begin with the time since the start. */
function timed(terminal: Terminal): (line: string) => void {
  return (line) =>
    terminal.note(`[${(performance.now() / 1000).toFixed(1).padStart(5)} s] ${line}`);
}

async function publishedDays({ warehouse, project }: Workplace): Promise<ReadonlySet<string>> {
  const rows = await warehouse.query({
    sql: `select score_date from ${analyticsTable(project, 'score_runs')} where published`,
  });
  return new Set(rows.map((row) => String(row.score_date)));
}

/** The days to score before serving, the oldest first. */
async function missingDays(workplace: Workplace, history: number): Promise<string[]> {
  const origin = await findLandingOrigin(workplace);
  const published = await publishedDays(workplace);
  if (origin.kind === 'demo') {
    const days = demoDays(origin.parameters.asOf, history);
    return days.filter((day) => !published.has(day));
  }
  if (published.size > 0) return [];
  const lastDay = lastCompleteDay(workplace.config.timeZone, Date.now());
  const newest = await findNewestFactDay(workplace, { upTo: lastDay });
  return newest === undefined ? [] : [newest];
}

interface Preparation {
  readonly fans: number;
  readonly history: number;
  readonly signal: AbortSignal;
}

async function scoreMissing(
  terminal: Terminal,
  workplace: Workplace,
  { history, signal }: Preparation,
): Promise<void> {
  const say = timed(terminal);
  const days = await missingDays(workplace, history);
  const origin = await findLandingOrigin(workplace);
  const isSmall = origin.kind === 'demo' && origin.parameters.fans <= SMALL_DATA_FANS;
  if (days.length === 0) return;
  const id = workplace.runDeps.ids.next(8);
  const withRows = isSmall && days.length > 1;
  const kept = await KeptTables.open(workplace.warehouse, { id, withRows });
  const deps = {
    ...workplace.runDeps,
    modelsAtOnce: isSmall ? 2 : 1,
    ...(kept === undefined ? {} : { kept }),
  };
  if (isSmall) await workplace.warehouse.execute({ sql: 'set threads = 1' });
  say(`scoring ${describeDemoDays(days)} ...`);
  for (const [index, scoreDate] of days.entries()) {
    const isHistory = index < days.length - 1;
    const models = origin.kind === 'demo' ? demoModels(origin.parameters.asOf, scoreDate) : {};
    const input = { scoreDate, trigger: 'start', isHistory, signal, ...models } as const;
    const run = await runScoring(deps, input);
    const share = (index + 1) / days.length;
    terminal.status(`${progressBar(share)} ${Math.floor(share * 100)} %  ${scoreDate}`);
    if (run.status !== 'succeeded') {
      say(`${scoreDate} was ${run.status}: ${run.refused_because ?? 'no reason given'}`);
    } else if (!terminal.interactive && (index + 1) % 20 === 0) {
      say(`${index + 1} of ${days.length} days are scored`);
    }
  }
}

async function prepare(
  terminal: Terminal,
  workplace: Workplace,
  preparation: Preparation,
): Promise<void> {
  const { fans, signal } = preparation;
  const say = timed(terminal);
  // A minute of work is not spent on a service that could not be reached afterwards.
  const taken = await listenError(workplace.config);
  if (taken !== undefined) throw cannotListen(workplace.config, taken);
  const origin = await findLandingOrigin(workplace);
  if (origin.kind === 'empty') {
    const asOf = lastCompleteDay(workplace.config.timeZone, Date.now());
    say(`making demo data: ${formatCount(fans)} invented fans ...`);
    await makeDemo(terminal, workplace, { ...DEMO_DEFAULTS, fans, asOf, signal });
  }
  await scoreMissing(terminal, workplace, preparation);
}

/** `wonder start`, which is what `npm start` runs. */
export function startCommand(terminal: Terminal): Command {
  return new Command('start')
    .description('demo data on the first start, 60 days of scores, then serve')
    .addOption(
      new Option('--fans <n>', 'how many fans the demo data has')
        .argParser(parseWhole(1, DEMO_FANS_LIMIT))
        .default(DEMO_DEFAULTS.fans),
    )
    .addOption(
      new Option('--history <days>', 'how many days of demo data are scored')
        .argParser(parseWhole(1, HISTORY_LIMIT))
        .default(HISTORY_DAYS),
    )
    .addOption(databaseOption())
    .addHelpText('after', HELP)
    .action(async ({ fans, history, database }: StartOptions) => {
      refuseSnowflake(readConfig(database), 'start');
      const say = timed(terminal);
      const interrupt = interruptSignal(() =>
        say('stopping; what is done already is kept for the next start'),
      );
      try {
        const panels = ensurePanels();
        // Awaited below; if preparing fails first, its error is the one to tell.
        panels.catch(() => undefined);
        await withWorkplace(
          {
            database,
            create: true,
            requests: (url) => [`${url}/preview`],
          },
          (workplace) => prepare(terminal, workplace, { fans, history, signal: interrupt.signal }),
        );
        if (await panels) say('the panels are built');
      } finally {
        interrupt.release();
      }
      await serveUntilStopped(readConfig(database), (url) => {
        say('ready');
        terminal.print(`Wonder Portal answers at ${url} (panels: ${url}/preview).`);
      });
    });
}
