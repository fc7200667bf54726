import { type Anomaly, detectAnomaly } from './detect-anomaly.ts';
import type { Finding } from './finding.ts';
import { dayWords, type FindingContext, factSheet } from './finding-context.ts';
import type { ActivitySeries, InsightFacts } from './insight-facts.ts';
import { type WatchedMetric, watchedActivity } from './metric-words.ts';
import { told } from './told.ts';

function usualDay({ like, day, isGameDay }: Anomaly, context: FindingContext): string {
  const named = like === 'same weekday' ? dayWords(day, context, 'weekday') : `${like}`;
  const kind = like === 'weekend' ? 'weekend day' : named;
  return isGameDay ? `${kind} with a game` : kind;
}

function priorityOf(anomaly: Anomaly, watched: WatchedMetric, { settings }: FindingContext) {
  const isBad = watched.good !== (anomaly.z > 0 ? 'up' : 'down');
  const isExtreme = Math.abs(anomaly.z) >= 2 * settings.anomaly_z;
  if (isBad) return isExtreme ? 'high' : 'medium';
  return isExtreme ? 'medium' : 'low';
}

function describe(anomaly: Anomaly, watched: WatchedMetric, context: FindingContext) {
  const { label, unit } = watched;
  const off = anomaly.value - anomaly.median;
  const side = off > 0 ? 'above' : 'below';
  const sheet = factSheet(
    [
      {
        id: 'value',
        label: `${label} on ${dayWords(anomaly.day, context, 'short')}`,
        value: anomaly.value,
        unit,
      },
      { id: 'median', label: 'Usual, the median of days like it', value: anomaly.median, unit },
      { id: 'difference', label: 'Distance from the usual', value: off, unit, isChange: true },
      {
        id: 'robust_z',
        label: 'Distance in usual spreads (robust z)',
        value: anomaly.z,
        unit: 'points',
      },
      { id: 'comparable_days', label: 'Days like it', value: anomaly.days, unit: 'days' },
    ],
    context,
  );
  const on = dayWords(anomaly.day, context, 'long');
  const { fact, facts } = sheet;
  return {
    facts,
    title: told`${label} far ${side} a usual ${usualDay(anomaly, context)}`,
    description: told`${label} on ${on}: ${fact('value')}, ${fact('difference')} ${side} the median of ${fact('median')} on ${fact('comparable_days')} like it.`,
  };
}

interface Judged {
  readonly series: ActivitySeries;
  readonly watched: WatchedMetric;
  readonly facts: InsightFacts;
}

function findingOf(
  { series, watched, facts }: Judged,
  context: FindingContext,
): Finding | undefined {
  const { settings, minimum } = context;
  const { activeFans } = series;
  // Nobody at all is no group; a few are one that may not be told of.
  if (facts.fans < minimum || (activeFans > 0 && activeFans < minimum)) return undefined;
  const anomaly = detectAnomaly(series.days, { settings, isMoney: watched.unit === 'money' });
  if (anomaly === undefined) return undefined;
  return {
    ...describe(anomaly, watched, context),
    department: facts.department,
    type: 'anomaly',
    priority: priorityOf(anomaly, watched, context),
    metric: watched.metric,
    label: watched.label,
    value: anomaly.value,
    fans: facts.fans,
    smallestGroup: activeFans > 0 ? activeFans : facts.fans,
    level: anomaly.value - anomaly.median,
    strength: Math.abs(anomaly.z),
    filters: {},
    from: anomaly.day,
    to: anomaly.day,
    method: `Robust z (median and MAD) of the day among ${anomaly.like === 'same weekday' ? 'the same weekdays' : `${anomaly.like}s`} ${anomaly.isGameDay ? 'with' : 'without'} a game, in the ${settings.history_days} days before.`,
  };
}

/** The department's watched activity where the score date is unlike comparable days. */
export function findAnomalies(facts: InsightFacts, context: FindingContext): Finding[] {
  return watchedActivity(facts.department).flatMap((watched) => {
    const series = facts.activity.find(({ metric }) => metric === watched.metric);
    const found = series === undefined ? undefined : findingOf({ series, watched, facts }, context);
    return found === undefined ? [] : [found];
  });
}
