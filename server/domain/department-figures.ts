import { hiddenGroups } from './suppression.ts';

/** One stored figure of a department. */
export interface Figure {
  readonly kind: 'kpi' | 'breakdown';
  readonly metric: string;
  /** What the figure is split by; null for a KPI. */
  readonly dimension: string | null;
  readonly dimension_value: string | null;
  readonly value: number | null;
  readonly unit: string;
  /** Fans behind it. */
  readonly fans: number;
  /** The fewest fans that it tells of, by itself or beside a figure of another department. */
  readonly told: number;
}

const LABELS: ReadonlyMap<string, string> = new Map([
  ['fans', 'Fans'],
  ['average_wonder_score', 'Average WonderScore'],
  ['average_engagement', 'Average engagement'],
  ['average_value', 'Average value'],
  ['average_sentiment', 'Average sentiment'],
  ['average_advocacy', 'Average advocacy'],
  ['average_hospitality', 'Average hospitality experience'],
  ['average_digital', 'Average digital affinity'],
  ['average_efficiency', 'Average revenue efficiency'],
  ['elite_fans', 'Elite fans'],
  ['at_risk_fans', 'Fans at risk'],
  ['revenue', 'Revenue, 90 days'],
  ['revenue_per_fan', 'Revenue per fan, 90 days'],
  ['lifetime_value', 'Lifetime value'],
  ['attended_days', 'Days attended, 90 days'],
  ['email_opens', 'E-mail opens, 90 days'],
  ['referrals', 'Referrals, 90 days'],
  ['hostings', 'Events hosted, 90 days'],
]);

/** What a metric is called on a screen; an unknown one by its own name. */
export function metricLabel(metric: string): string {
  return LABELS.get(metric) ?? metric.replaceAll('_', ' ').replace(/^./, (c) => c.toUpperCase());
}

function keyOf(figure: Figure): string {
  return `${figure.kind} ${figure.metric}`;
}

/** A count of some of the fans of a group: small, or all but a few, it points at them. */
function countHides({ metric, unit, value, fans }: Figure, minimum: number): boolean {
  if (unit !== 'fans' || metric === 'fans' || value === null || value === 0) return false;
  const others = fans - value;
  return value < minimum || (others > 0 && others < minimum);
}

function shown(figure: Figure, suppressed: boolean) {
  return {
    metric: figure.metric,
    label: metricLabel(figure.metric),
    value: suppressed ? null : figure.value,
    unit: figure.unit,
    fans: suppressed ? null : figure.fans,
    suppressed,
  };
}

function hiddenSplits(figures: readonly Figure[], minimum: number): ReadonlySet<Figure> {
  const splits = new Map<string, Figure[]>();
  for (const figure of figures.filter((each) => each.kind === 'breakdown')) {
    const key = `${figure.metric} ${figure.dimension}`;
    splits.set(key, [...(splits.get(key) ?? []), figure]);
  }
  return new Set(
    [...splits.values()].flatMap((split) => {
      const hidden = hiddenGroups(
        split.map((figure) => figure.told),
        minimum,
      );
      return split.filter((_, index) => hidden[index]);
    }),
  );
}

/** A department's figures of two runs, and the smallest group that may be shown. */
export interface FigureSets {
  readonly now: readonly Figure[];
  /** Of the run to compare with; empty without one. */
  readonly before: readonly Figure[];
  readonly minimum: number;
}

/**
 * The figures as they may be shown: KPIs with their change, and no values of small groups, nor of those that differ
 * from another department's by a small group.
 */
export function settleFigures({ now, before, minimum }: FigureSets) {
  const earlier = new Map(before.filter((f) => f.kind === 'kpi').map((f) => [keyOf(f), f]));
  const tooSmall = (figure: Figure) =>
    (figure.told > 0 && figure.told < minimum) || countHides(figure, minimum);
  const kpis = now
    .filter((figure) => figure.kind === 'kpi')
    .map((figure) => {
      const suppressed = tooSmall(figure);
      const old = earlier.get(keyOf(figure));
      const comparable = old !== undefined && !suppressed && !tooSmall(old);
      const change =
        comparable && figure.value !== null && old.value !== null
          ? Math.round((figure.value - old.value) * 1e4) / 1e4
          : null;
      return { ...shown(figure, suppressed), change };
    });
  const hidden = hiddenSplits(now, minimum);
  const breakdown = now
    .filter((figure) => figure.kind === 'breakdown')
    .map((figure) => ({
      ...shown(figure, hidden.has(figure) || tooSmall(figure)),
      dimension: figure.dimension ?? '',
      dimension_value: figure.dimension_value,
    }));
  return { kpis, breakdown };
}
