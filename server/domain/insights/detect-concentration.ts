import { hiddenGroups } from '../suppression.ts';
import type { InsightSettings } from './insight-settings.ts';

/** How a department's revenue is spread over its fans. */
export interface SpenderSums {
  readonly fans: number;
  /** Fans with any revenue. */
  readonly payers: number;
  readonly revenue: number;
  /** The few: `top_share` of the fans, those with the most revenue. */
  readonly topFans: number;
  readonly topRevenue: number;
}

/** The share of revenue, 0..1, that the few bring. */
export interface TopShare extends SpenderSums {
  readonly share: number;
}

/**
 * The concentration ratio: revenue of the `top_share` of fans with the most of it, over all revenue. Undefined
 * below `top_min_share`, and where the few, or those who paid beside them, are fewer than `minimum`.
 */
export function detectTopShare(
  sums: SpenderSums,
  { minimum, settings }: { readonly minimum: number; readonly settings: InsightSettings },
): TopShare | undefined {
  const others = sums.payers - sums.topFans;
  if (sums.revenue <= 0 || sums.topFans < minimum || others < minimum) return undefined;
  const share = sums.topRevenue / sums.revenue;
  return share >= settings.top_min_share && share <= 1 ? { ...sums, share } : undefined;
}

/** A group and how many of it are at risk. */
export interface RiskGroup {
  readonly group: string | null;
  readonly fans: number;
  /** The fewest fans that it tells of, by itself or beside a group of another department. */
  readonly told: number;
  readonly atRisk: number;
}

/** A group that is at risk more often than the others. */
export interface RiskConcentration extends RiskGroup {
  readonly dimension: string;
  /** Shares at risk, 0..1: of the group, and of all others. */
  readonly share: number;
  readonly othersShare: number;
  /** share / othersShare. */
  readonly ratio: number;
  /** Of the difference of the two shares. */
  readonly z: number;
}

function compare(
  one: RiskGroup,
  all: Pick<RiskGroup, 'fans' | 'atRisk'>,
): Omit<RiskConcentration, 'dimension'> {
  const others = all.fans - one.fans;
  const share = one.atRisk / one.fans;
  const othersShare = (all.atRisk - one.atRisk) / others;
  const pooled = all.atRisk / all.fans;
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / one.fans + 1 / others));
  return {
    ...one,
    share,
    othersShare,
    ratio: share / othersShare,
    z: (share - othersShare) / error,
  };
}

/**
 * The group that is at risk most often compared with all others: the ratio of the two shares at least
 * `risk_min_ratio`, and their difference more than chance, by the z of two proportions (pooled) of at least
 * `risk_z`. Only groups that may be shown, with at least `minimum` fans at risk and `minimum` who are not.
 */
export function detectRiskConcentration(
  groups: readonly RiskGroup[],
  {
    dimension,
    minimum,
    settings,
  }: { readonly dimension: string; readonly minimum: number; readonly settings: InsightSettings },
): RiskConcentration | undefined {
  const hidden = hiddenGroups(
    groups.map(({ told }) => told),
    minimum,
  );
  const all = {
    fans: groups.reduce((sum, { fans }) => sum + fans, 0),
    atRisk: groups.reduce((sum, { atRisk }) => sum + atRisk, 0),
  };
  return groups
    .filter((_, index) => !hidden[index])
    .filter(({ fans, atRisk }) => {
      const others = all.atRisk - atRisk;
      return atRisk >= minimum && fans - atRisk >= minimum && others >= minimum;
    })
    .map((each) => ({ dimension, ...compare(each, all) }))
    .filter(({ ratio, z }) => ratio >= settings.risk_min_ratio && z >= settings.risk_z)
    .sort((a, b) => b.ratio - a.ratio)[0];
}
