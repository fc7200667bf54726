import { hiddenGroups } from '../suppression.ts';
import type { InsightSettings } from './insight-settings.ts';

/** A sum over one group of fans in two spans of the same length. */
export interface GroupSums {
  /** null: the fans without a value. */
  readonly group: string | null;
  readonly fans: number;
  /** The fewest fans that it tells of, by itself or beside a group of another department. */
  readonly told: number;
  readonly before: number;
  readonly now: number;
}

/** What one group accounts for; groups too small to be shown are one part together. */
export interface ChangePart {
  /** undefined: the groups that are too small to be shown, together. */
  readonly group: string | null | undefined;
  readonly fans: number;
  readonly told: number;
  readonly before: number;
  readonly now: number;
  /** now - before, to the cent. */
  readonly change: number;
}

/** A change of a sum, split by one dimension. */
export interface Contribution {
  readonly dimension: string;
  readonly fans: number;
  readonly before: number;
  readonly now: number;
  /** Exactly the sum of the parts' changes. */
  readonly change: number;
  /** Largest share of the change first. */
  readonly parts: readonly ChangePart[];
  /** The part that accounts for most of the change. */
  readonly lead: ChangePart & { readonly group: string | null };
  /** What the lead accounts for, as a share of the change. */
  readonly leadShare: number;
  /** What it had of the sum before, as a share: what it would account for if all had changed alike. */
  readonly leadShareBefore: number;
}

const cents = (amount: number) => Math.round(amount * 100);

function partOf(group: string | null | undefined, groups: readonly GroupSums[]): ChangePart {
  const sum = (of: (each: GroupSums) => number) => groups.reduce((all, each) => all + of(each), 0);
  const before = sum((each) => cents(each.before));
  const now = sum((each) => cents(each.now));
  return {
    group,
    fans: sum((each) => each.fans),
    told: sum((each) => each.told),
    before: before / 100,
    now: now / 100,
    change: (now - before) / 100,
  };
}

/** How a sum is split. */
export interface SplitInput {
  readonly dimension: string;
  /** The sum counts something, and varies by chance like a count. */
  readonly isCount: boolean;
  readonly minimum: number;
  readonly settings: InsightSettings;
}

/**
 * Splits the change of a sum by group, in whole cents, so that the parts add up to it exactly. Groups that tell of
 * fewer than `minimum` fans, and as many more as it takes to hide them, are one part. A group explains the change where
 * it accounts for at least `change_lead_share` of it and for more than its share of the sum before: in the
 * words of shift-share analysis (Dunn 1960), where its shift goes the way of the change. Undefined where the
 * change is below `change_min_share` of the sum before, where no group explains it, and where a count changed
 * by less than `change_z` times the square root of both counts together: the z of two Poisson counts.
 */
export function splitSumChange(
  groups: readonly GroupSums[],
  { dimension, isCount, minimum, settings }: SplitInput,
): Contribution | undefined {
  const populated = groups.filter(({ fans }) => fans > 0);
  const whole = partOf(undefined, populated);
  if (whole.fans < minimum || whole.before <= 0 || whole.change === 0) return undefined;
  if (Math.abs(whole.change) < settings.change_min_share * whole.before) return undefined;
  const chance = Math.sqrt(Math.max(whole.before + whole.now, 0));
  if (isCount && Math.abs(whole.change) < settings.change_z * chance) return undefined;
  const hidden = hiddenGroups(
    populated.map(({ told }) => told),
    minimum,
  );
  const few = populated.filter((_, index) => hidden[index]);
  const shown = populated.filter((_, index) => !hidden[index]);
  const direction = Math.sign(whole.change);
  const parts = [
    ...shown.map((each) => partOf(each.group, [each])),
    ...(few.length === 0 ? [] : [partOf(undefined, few)]),
  ].sort(
    (a, b) => direction * (b.change - a.change) || String(a.group).localeCompare(String(b.group)),
  );
  const lead = parts.find(({ group }) => group !== undefined);
  if (lead === undefined || lead.group === undefined || parts.length < 2) return undefined;
  const leadShare = lead.change / whole.change;
  const leadShareBefore = lead.before / whole.before;
  if (leadShare < settings.change_lead_share || leadShare <= leadShareBefore) return undefined;
  const { group } = lead;
  return {
    dimension,
    fans: whole.fans,
    before: whole.before,
    now: whole.now,
    change: whole.change,
    parts,
    lead: { ...lead, group },
    leadShare,
    leadShareBefore,
  };
}

/** Of several splits of one change the one whose lead stands out most from its share before. */
export function mostTelling(splits: readonly Contribution[]): Contribution | undefined {
  const surprise = (each: Contribution) => each.leadShare - each.leadShareBefore;
  return splits.toSorted((a, b) => surprise(b) - surprise(a))[0];
}
