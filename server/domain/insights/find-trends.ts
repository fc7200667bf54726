import { detectTrend, type Trend } from './detect-trend.ts';
import type { FanFilters, Finding } from './finding.ts';
import { dayWords, type FindingContext, factSheet } from './finding-context.ts';
import type { FigureSeries, InsightFacts } from './insight-facts.ts';
import { type WatchedMetric, watchedFigure } from './metric-words.ts';
import { told } from './told.ts';

/** Of the median, from which a trend is a large one. */
const LARGE = 0.1;

function priorityOf({ change, first }: Trend, { good }: WatchedMetric) {
  const isLarge = Math.abs(change) >= LARGE * Math.abs(first);
  const isGood = good === (change > 0 ? 'up' : 'down');
  if (isGood) return isLarge ? 'medium' : 'low';
  return isLarge ? 'high' : 'medium';
}

/** Money from which a figure is written without cents. */
const WITHOUT_CENTS = 100;

/** Figures of one sentence, in one form: the change is that of the others as they are written. */
function inOneForm(trend: Trend, { unit }: WatchedMetric) {
  const isMoney = unit === 'money';
  const isWhole = Math.max(Math.abs(trend.first), Math.abs(trend.last)) >= WITHOUT_CENTS;
  const digits = isMoney ? (isWhole ? 0 : 2) : unit === 'count' ? 0 : 1;
  const written = (value: number) => Number(value.toFixed(digits));
  const change = written(written(trend.last) - written(trend.first));
  return {
    first: isMoney ? written(trend.first) : trend.first,
    last: isMoney ? written(trend.last) : trend.last,
    change: change === 0 ? trend.change : change,
  };
}

function describe(trend: Trend, watched: WatchedMetric, context: FindingContext) {
  const { label, isPlural, unit, changeUnit } = watched;
  const { first, last, change } = inOneForm(trend, watched);
  const from = dayWords(trend.from, context, 'short');
  const to = dayWords(trend.to, context, 'short');
  const { facts, fact } = factSheet(
    [
      {
        id: 'change',
        label: `${label}, change from ${from} to ${to}`,
        value: change,
        unit: changeUnit,
        isChange: true,
      },
      { id: 'first', label: `${label} on ${from}`, value: first, unit },
      { id: 'last', label: `${label} on ${to}`, value: last, unit },
      { id: 'span', label: 'Span', value: trend.span, unit: 'days' },
      {
        id: 'course',
        label: `${label}, change of a line through all days`,
        value: trend.course,
        unit: changeUnit,
        isChange: true,
      },
      {
        id: 'chance',
        label: 'Chance of such a course without a trend',
        value: trend.p,
        unit: 'probability',
      },
    ],
    context,
  );
  const points = changeUnit === 'points' ? ' points' : '';
  const goes = trend.change > 0 ? 'rising' : 'falling';
  const went = trend.change > 0 ? 'rose' : 'fell';
  return {
    facts,
    title: told`${label} ${isPlural ? 'are' : 'is'} ${goes}`,
    description: told`${label} ${went} by about ${fact('change')}${points} in ${fact('span')}, from ${fact('first')} on ${from} to ${fact('last')} on ${to}.`,
  };
}

/** Figures that count some of the fans. */
const FAN_COUNTS: ReadonlySet<string> = new Set(['elite_fans', 'at_risk_fans']);

/** Averages of scores that not every fan has, by the score. */
const PARTIAL: ReadonlyMap<string, string> = new Map([
  ['average_hospitality', 'hospitality_experience_score'],
  ['average_digital', 'digital_affinity_score'],
  ['average_efficiency', 'revenue_efficiency_score'],
]);

function whoseAverage(metric: string): FanFilters {
  const score = PARTIAL.get(metric);
  return score === undefined ? {} : { [score]: 'known' };
}

/** Fans that the figure tells of: of a count of fans also those who are not counted. */
function smallestGroup({ metric, days, fans }: FigureSeries): number {
  if (!FAN_COUNTS.has(metric)) return fans;
  return Math.min(...days.flatMap(({ value }) => [value, fans - value]).filter((each) => each > 0));
}

/** The department's published figures that go one way beyond chance. */
export function findTrends(facts: InsightFacts, context: FindingContext): Finding[] {
  return facts.figures.flatMap((series): Finding[] => {
    const smallest = smallestGroup(series);
    if (smallest < context.minimum) return [];
    const watched = watchedFigure(series.metric);
    const trend = watched === undefined ? undefined : detectTrend(series.days, context.settings);
    if (watched === undefined || trend === undefined) return [];
    return [
      {
        ...describe(trend, watched, context),
        department: facts.department,
        type: 'trend',
        priority: priorityOf(trend, watched),
        metric: watched.metric,
        label: watched.label,
        value: trend.last,
        fans: series.fans,
        smallestGroup: smallest,
        // The figure, not its change: a course that goes on a little is the same news, day after day.
        level: Math.sign(trend.change) * Math.abs(trend.last),
        strength: Math.abs(trend.z),
        series: series.days,
        filters: whoseAverage(series.metric),
        from: trend.from,
        to: trend.to,
        method: `Each of the ${trend.days} days with scores against every other (Mann-Kendall test, ties and autocorrelation allowed for); the line through all days is the Theil-Sen slope.`,
      },
    ];
  });
}
