import type { Values } from '../values.ts';

/** What is worth saying: days, shares of 1, z and p. One entry per number of `insights` in dbt_project.yml. */
export interface InsightSettings {
  /** Days before the score date that anomalies are compared with. */
  readonly history_days: number;
  /** Length of a span: of a trend, and of each side of a change. Days. */
  readonly change_days: number;
  /** Robust z from which a day is unusual. */
  readonly anomaly_z: number;
  /** Least distance from the median, as a share of it. */
  readonly anomaly_min_share: number;
  /** Comparable days it takes. */
  readonly anomaly_min_days: number;
  /** Chance below which a course counts as a trend, two-sided. */
  readonly trend_p: number;
  /** Least size of a trend over its span, as a share of the median. */
  readonly trend_min_share: number;
  /** Days with scores that a trend takes. */
  readonly trend_min_days: number;
  /** Least change of a sum between two spans, as a share of the first. */
  readonly change_min_share: number;
  /** z of two counts from which their difference is more than chance. */
  readonly change_z: number;
  /** Least part of a change that one group must account for. */
  readonly change_lead_share: number;
  /** The share of fans that are "the few". */
  readonly top_share: number;
  /** Least share of revenue that the few bring. */
  readonly top_min_share: number;
  /** How many times as often as the others a group is at risk, at least. */
  readonly risk_min_ratio: number;
  /** z of two shares from which their difference is more than chance. */
  readonly risk_z: number;
  /** Least share of a department that is at risk. */
  readonly risk_min_share: number;
  /** Share of fans that is assumed to answer when asked. */
  readonly response_share: number;
  /** Fewest fans that a recommendation is about. */
  readonly play_min_fans: number;
  /** Points below Elite at which a fan is near it. */
  readonly near_elite_points: number;
  /** Days within which nothing is said again, unless it moved. */
  readonly quiet_days: number;
  /** The set amount: how far something must move to be said again, as a share of what was said. */
  readonly moved_share: number;
}

type SettingName = keyof InsightSettings;

const RANGES: ReadonlyMap<SettingName, readonly [least: number, most: number]> = new Map<
  SettingName,
  readonly [number, number]
>([
  ['history_days', [7, 999]],
  ['change_days', [7, 364]],
  ['anomaly_z', [0.1, 100]],
  ['anomaly_min_share', [0, 100]],
  ['anomaly_min_days', [3, 500]],
  ['trend_p', [1e-9, 0.5]],
  ['trend_min_share', [0, 100]],
  ['trend_min_days', [8, 364]],
  ['change_min_share', [0, 100]],
  ['change_z', [0, 100]],
  ['change_lead_share', [0, 1]],
  ['top_share', [0.001, 0.5]],
  ['top_min_share', [0, 1]],
  ['risk_min_ratio', [1, 100]],
  ['risk_z', [0, 100]],
  ['risk_min_share', [0, 1]],
  ['response_share', [0, 1]],
  ['play_min_fans', [1, 1e9]],
  ['near_elite_points', [0, 100]],
  ['quiet_days', [0, 3650]],
  ['moved_share', [0, 100]],
]);

/** The settings by name, each with its range, to be chosen from outside. */
export function settingRanges(): ReadonlyMap<string, readonly [least: number, most: number]> {
  return RANGES;
}

/** What is wrong with one setting. */
export interface SettingProblem {
  readonly name: string;
  readonly allowed: string;
}

function valueIn(values: Values, name: SettingName): number {
  const value = values[name];
  const [least, most] = RANGES.get(name) ?? [1, 0];
  return typeof value === 'number' && value >= least && value <= most ? value : Number.NaN;
}

/** The settings that are missing, no number or out of their range. */
export function wrongSettings(values: Values): SettingProblem[] {
  return [...RANGES]
    .filter(([name]) => Number.isNaN(valueIn(values, name)))
    .map(([name, range]) => ({ name, allowed: `a number from ${range.join(' to ')}` }));
}

/** The settings by name; NaN where `wrongSettings` has something to say. */
export function readSettings(values: Values): InsightSettings {
  const of = (name: SettingName) => valueIn(values, name);
  return {
    history_days: of('history_days'),
    change_days: of('change_days'),
    anomaly_z: of('anomaly_z'),
    anomaly_min_share: of('anomaly_min_share'),
    anomaly_min_days: of('anomaly_min_days'),
    trend_p: of('trend_p'),
    trend_min_share: of('trend_min_share'),
    trend_min_days: of('trend_min_days'),
    change_min_share: of('change_min_share'),
    change_z: of('change_z'),
    change_lead_share: of('change_lead_share'),
    top_share: of('top_share'),
    top_min_share: of('top_min_share'),
    risk_min_ratio: of('risk_min_ratio'),
    risk_z: of('risk_z'),
    risk_min_share: of('risk_min_share'),
    response_share: of('response_share'),
    play_min_fans: of('play_min_fans'),
    near_elite_points: of('near_elite_points'),
    quiet_days: of('quiet_days'),
    moved_share: of('moved_share'),
  };
}
