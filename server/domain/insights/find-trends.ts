import { detectTrend, type Trend } from './detect-trend.ts';
import type { Finding } from './finding.ts';
import { type FindingContext, factSheet } from './finding-context.ts';
import type { FigureSeries, InsightFacts } from './insight-facts.ts';
import { type WatchedMetric, watchedFigure } from './metric-words.ts';

/** Of the median, from which a trend is a large one. */
const LARGE = 0.1;

function priorityOf({ change, first }: Trend, { good }: WatchedMetric) {
  const isLarge = Math.abs(change) >= LARGE * Math.abs(first);
  const isGood = good === (change > 0 ? 'up' : 'down');
  if (isGood) return isLarge ? 'medium' : 'low';
  return isLarge ? 'high' : 'medium';
}

function describe(trend: Trend, watched: WatchedMetric, context: FindingContext) {
  const { label, isPlural, unit, changeUnit } = watched;
  const { facts, text } = factSheet(
    [
      {
        id: 'change',
        label: `${label}, change`,
        value: trend.change,
        unit: changeUnit,
        isChange: true,
      },
      { id: 'first', label: `${label} on ${trend.from}`, value: trend.first, unit },
      { id: 'last', label: `${label} on ${trend.to}`, value: trend.last, unit },
      { id: 'span', label: 'Span', value: trend.span, unit: 'days' },
      {
        id: 'course',
        label: `${label}, change along the Theil-Sen slope`,
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
    title: `${label} ${isPlural ? 'are' : 'is'} ${goes}`,
    description: `${label} ${went} by about ${text('change')}${points} in ${text('span')}, from ${text('first')} to ${text('last')}.`,
  };
}

/** Figures that count some of the fans. */
const FAN_COUNTS: ReadonlySet<string> = new Set(['elite_fans', 'at_risk_fans']);

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
        level: trend.change,
        strength: Math.abs(trend.z),
        filters: {},
        from: trend.from,
        to: trend.to,
        method: `Mann-Kendall test (ties and autocorrelation allowed for) and Theil-Sen slope over ${trend.days} days with scores.`,
      },
    ];
  });
}
