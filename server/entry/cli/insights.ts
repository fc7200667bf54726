import { Command, InvalidArgumentError, Option } from 'commander';
import { DEPARTMENTS, type Department } from '../../domain/departments.ts';
import { settingRanges } from '../../domain/insights/insight-settings.ts';
import { textOfSegments } from '../../domain/narration/segments.ts';
import { type ReplayedDay, replayInsights } from '../../usecases/replay-insights.ts';
import { counted } from './counted.ts';
import { interruptSignal } from './interrupt.ts';
import { databaseOption, parseDay } from './options.ts';
import { formatCount, type Terminal } from './terminal.ts';
import { withWorkplace } from './workplace.ts';

interface ReplayOptions {
  readonly from: string;
  readonly to: string;
  readonly department?: Department;
  readonly json?: true;
  readonly database?: string;
  readonly [setting: string]: unknown;
}

const HELP = `
For each published day of the span, the oldest first: what the detectors would have said with these thresholds,
had nothing been said before the span. Facts are as the data stands now, scores as they were published. Nothing
is stored. The thresholds in use are those of insights in sql/dbt_project.yml, which says what they mean.`;

/** anomaly_z is --anomaly-z, and anomalyZ among the parsed options. */
const attributeOf = (name: string) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());

function settingOption(name: string, [least, most]: readonly [number, number]): Option {
  const range = `${least} to ${most}`;
  return new Option(`--${name.replaceAll('_', '-')} <n>`, range).argParser((text: string) => {
    const value = /^\d+(\.\d+)?(e-?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It must be a number from ${range}, with a point for decimals.`);
  });
}

function changesOf(options: ReplayOptions): Record<string, number> {
  const given = [...settingRanges().keys()].flatMap((name): [string, number][] => {
    const value = options[attributeOf(name)];
    return typeof value === 'number' ? [[name, value]] : [];
  });
  return Object.fromEntries(given);
}

/** Prints the day's insights; answers how many there are of each type. */
function printDay(
  terminal: Terminal,
  { scoreDate, said }: ReplayedDay,
  { department, json }: ReplayOptions,
): string[] {
  const wanted = said.filter((each) => department === undefined || each.department === department);
  for (const each of wanted) {
    const { type, priority, metric, value, filters, facts, insightId } = each;
    const title = textOfSegments(each.title);
    const line = {
      score_date: scoreDate,
      insight_id: insightId,
      department: each.department,
      insight_type: type,
      priority,
      title,
      description: textOfSegments(each.description),
      metric_name: metric,
      metric_value: value,
      evidence: { facts, filters, from: each.from, to: each.to, method: each.method },
    };
    terminal.print(
      json === true
        ? JSON.stringify(line)
        : [scoreDate, each.department.padEnd(9), priority.padEnd(6), type.padEnd(14), title].join(
            '  ',
          ),
    );
  }
  return wanted.map(({ type }) => type);
}

function summary(days: number, types: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1);
  const parts = [...counts].map(([type, count]) => `${formatCount(count)} ${type}`).sort();
  const of = parts.length === 0 ? '' : `: ${parts.join(', ')}`;
  const ofDays = counted(days, 'published day');
  const insights = counted(types.length, 'insight');
  return `${ofDays}, ${insights}${of}.`;
}

function replayCommand(terminal: Terminal): Command {
  const command = new Command('replay')
    .description('what would have been said, day by day, with thresholds to try')
    .addOption(new Option('--from <date>', 'first day').argParser(parseDay).makeOptionMandatory())
    .addOption(new Option('--to <date>', 'last day').argParser(parseDay).makeOptionMandatory())
    .addOption(new Option('--department <name>', 'only this one').choices(DEPARTMENTS))
    .option('--json', 'one JSON object a line, with the evidence')
    .addOption(databaseOption());
  for (const [name, range] of settingRanges()) command.addOption(settingOption(name, range));
  return command.addHelpText('after', HELP).action(async (options: ReplayOptions) => {
    const { from, to, database } = options;
    if (to < from) command.error('error: --to must not be before --from.');
    const interrupt = interruptSignal(() => terminal.note('Stopping.'));
    try {
      await withWorkplace({ database, create: false, requests: () => [] }, async ({ runDeps }) => {
        const types: string[] = [];
        let days = 0;
        const input = { from, to, changes: changesOf(options), signal: interrupt.signal };
        for await (const day of replayInsights(runDeps, input)) {
          types.push(...printDay(terminal, day, options));
          days += 1;
          terminal.status(`${day.scoreDate} ...`);
        }
        terminal.note(summary(days, types));
      });
    } finally {
      interrupt.release();
    }
  });
}

/** `wonder insights` */
export function insightsCommand(terminal: Terminal): Command {
  return new Command('insights')
    .description('what the detectors say')
    .addCommand(replayCommand(terminal));
}
