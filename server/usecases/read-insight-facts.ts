import type { Department } from '../domain/departments.ts';
import { DEPARTMENTS } from '../domain/departments.ts';
import { fewestTold } from '../domain/fewest-told.ts';
import type {
  ActivitySeries,
  ChangeTable,
  FigureSeries,
  InsightFacts,
  RiskTable,
} from '../domain/insights/insight-facts.ts';
import type { RiskSums } from '../domain/insights/predict-leavers.ts';
import type { PlaySums } from '../domain/insights/recommend.ts';
import { addDays } from '../domain/run.ts';
import { textOf, textOrNull } from '../domain/text-values.ts';
import { numberOf, numberOrNull, type Values } from '../domain/values.ts';
import type { WarehouseRow } from '../ports/warehouse.ts';
import { createQueryRunner } from './query-runner.ts';
import type { RunDeps } from './run-deps.ts';

const METRICS = [
  'touches',
  'email_opens',
  'purchases',
  'revenue',
  'donations',
  'attendances',
  'complaints',
  'referrals',
] as const;
const DIMENSIONS = ['primary_sport', 'primary_affiliation', 'loyalty_tier'] as const;

/** Averages of scores that not every fan has, and what counts those who have one. */
const PARTIAL: ReadonlyMap<string, string> = new Map([
  ['average_hospitality', 'hospitality_fans'],
  ['average_digital', 'digital_fans'],
  ['average_efficiency', 'efficiency_fans'],
]);

export interface FactsInput {
  /** Where the run's own tables are. */
  readonly workSchema: string;
  readonly runId: string;
  /** ISO. */
  readonly scoreDate: string;
  /** Days of a trend. */
  readonly trendDays: number;
}

/** Rows of the models in sql/models/insights, and the published figures. */
interface Rows {
  readonly days: readonly WarehouseRow[];
  readonly activity: readonly WarehouseRow[];
  readonly active: readonly WarehouseRow[];
  readonly groups: readonly WarehouseRow[];
  readonly spenders: readonly WarehouseRow[];
  readonly plays: readonly WarehouseRow[];
  readonly figures: readonly WarehouseRow[];
  /** The fewest fans told of with each group of each department, by `groupName`. */
  readonly told: ReadonlyMap<string, number>;
}

const isTrue = (row: Values, column: string) => row[column] === true;

/** A metric that nobody had any of on the score date was not loaded yet: that is no news of the fans. */
function loadedMetrics({ active }: Rows): ReadonlySet<string> {
  return new Set(active.map((row) => textOf(row, 'metric')));
}

function activityOf(rows: Rows, own: readonly WarehouseRow[]): ActivitySeries[] {
  const byDay = new Map(
    own
      .filter((row) => row.dimension === 'all')
      .map((row) => [numberOf(row, 'days_before'), row] as const),
  );
  const department = own[0]?.department;
  const loaded = loadedMetrics(rows);
  return METRICS.filter((metric) => loaded.has(metric)).map((metric) => {
    const active = rows.active.find(
      (row) => row.department === department && row.metric === metric,
    );
    return {
      metric,
      activeFans: active === undefined ? 0 : numberOf(active, 'active_fans'),
      days: rows.days.map((day) => {
        const row = byDay.get(numberOf(day, 'days_before'));
        const value = row === undefined ? 0 : numberOf(row, metric);
        return { day: textOf(day, 'activity_date'), isGameDay: isTrue(day, 'is_game_day'), value };
      }),
    };
  });
}

/** A group of a department, or all of it. */
const groupName = (row: Values) =>
  JSON.stringify([row.department, row.dimension, textOrNull(row, 'dimension_value')]);

const toldOf = ({ told }: Rows, group: Values) => told.get(groupName(group)) ?? 0;

function changesOf(
  rows: Rows,
  {
    own,
    groups,
  }: { readonly own: readonly WarehouseRow[]; readonly groups: readonly WarehouseRow[] },
): ChangeTable[] {
  return DIMENSIONS.flatMap((dimension) => {
    const spans = own.filter((row) => row.dimension === dimension);
    const populated = groups.filter((row) => row.dimension === dimension);
    return METRICS.map((metric) => ({
      metric,
      dimension,
      groups: populated.map((group) => {
        const sum = (isNow: boolean) => {
          const span = spans.find(
            (row) => row.dimension_value === group.dimension_value && row.is_now === isNow,
          );
          return span === undefined ? 0 : numberOf(span, metric);
        };
        return {
          group: textOrNull(group, 'dimension_value'),
          fans: numberOf(group, 'fans'),
          told: toldOf(rows, group),
          before: sum(false),
          now: sum(true),
        };
      }),
    }));
  });
}

function figuresOf(figures: readonly WarehouseRow[], all: Values): FigureSeries[] {
  const series = new Map<string, { day: string; value: number }[]>();
  for (const row of figures) {
    const value = numberOrNull(row, 'metric_value');
    const metric = textOf(row, 'metric');
    const days = series.get(metric) ?? [];
    if (value !== null) days.push({ day: textOf(row, 'score_date'), value });
    series.set(metric, days);
  }
  return [...series].map(([metric, days]) => ({
    metric,
    days,
    fans: numberOf(all, PARTIAL.get(metric) ?? 'fans'),
  }));
}

function riskOf(row: Values): RiskSums {
  return {
    fans: numberOf(row, 'fans'),
    atRisk: numberOf(row, 'at_risk_fans'),
    contactable: numberOf(row, 'contactable_fans'),
    atRiskRevenue: numberOf(row, 'at_risk_revenue'),
    predicted: numberOf(row, 'predicted_fans'),
    expectedLeavers: numberOf(row, 'expected_leavers'),
    valued: numberOf(row, 'valued_fans'),
    valueAtRisk: numberOf(row, 'value_at_risk'),
  };
}

function risksOf(rows: Rows, groups: readonly WarehouseRow[]): RiskTable[] {
  return DIMENSIONS.map((dimension) => ({
    dimension,
    groups: groups
      .filter((row) => row.dimension === dimension)
      .map((row) => ({
        ...riskOf(row),
        group: textOrNull(row, 'dimension_value'),
        told: toldOf(rows, row),
      })),
  }));
}

function playsOf(row: Values): PlaySums[] {
  const of = (column: string) => numberOf(row, column);
  return [
    {
      play: 'win_back',
      fans: of('win_back_fans'),
      comparable: of('win_back_fans'),
      comparableRevenue: of('win_back_revenue'),
    },
    {
      play: 'wake_up',
      fans: of('wake_up_fans'),
      comparable: of('awake_fans'),
      comparableRevenue: of('awake_revenue'),
    },
    {
      play: 'first_purchase',
      fans: of('first_purchase_fans'),
      comparable: of('new_buyers'),
      comparableRevenue: of('new_buyers_revenue'),
    },
    { play: 'invite_hosts', fans: of('host_fans'), comparable: 0, comparableRevenue: null },
    { play: 'near_elite', fans: of('near_elite_fans'), comparable: 0, comparableRevenue: null },
  ];
}

function factsOf(
  department: Department,
  { rows, scoreDate }: { readonly rows: Rows; readonly scoreDate: string },
): InsightFacts[] {
  const ofIt = (some: readonly WarehouseRow[]) =>
    some.filter((row) => row.department === department);
  const groups = ofIt(rows.groups);
  const all = groups.find((row) => row.dimension === 'all');
  const [spender] = ofIt(rows.spenders);
  const [play] = ofIt(rows.plays);
  // A department without fans has nothing to be told.
  if (all === undefined || spender === undefined || play === undefined) return [];
  const activity = ofIt(rows.activity);
  return [
    {
      department,
      scoreDate,
      fans: numberOf(all, 'fans'),
      told: toldOf(rows, all),
      activity: activityOf(rows, activity),
      changes: changesOf(rows, { own: activity, groups }),
      figures: figuresOf(ofIt(rows.figures), all),
      outlook: riskOf(all),
      risks: risksOf(rows, groups),
      spenders: {
        fans: numberOf(spender, 'fans'),
        payers: numberOf(spender, 'payers'),
        revenue: numberOf(spender, 'revenue'),
        topFans: numberOf(spender, 'top_fans'),
        topRevenue: numberOf(spender, 'top_revenue'),
      },
      plays: playsOf(play),
    },
  ];
}

/** The fewest fans that are told of with each group of each department, from the cells it is made of. */
function toldWith(members: readonly WarehouseRow[]): ReadonlyMap<string, number> {
  const sets = new Map<string, Map<number, number>>();
  for (const row of members) {
    const name = groupName(row);
    const parts = sets.get(name) ?? new Map<number, number>();
    sets.set(name, parts.set(numberOf(row, 'cell_id'), numberOf(row, 'fans')));
  }
  return fewestTold([...sets].map(([name, parts]) => ({ name, parts })));
}

/** What the detectors read, per department: sums that the models of the stage have made. */
export async function readInsightFacts(
  { warehouse, project }: Pick<RunDeps, 'warehouse' | 'project'>,
  { workSchema, runId, scoreDate, trendDays }: FactsInput,
): Promise<InsightFacts[]> {
  const read = (table: string) => warehouse.query({ sql: `select * from ${workSchema}.${table}` });
  const span = [addDays(scoreDate, 1 - trendDays), scoreDate];
  const rows: Rows = {
    days: await warehouse.query({
      sql: `select * from ${workSchema}.int_insight_days order by days_before desc`,
    }),
    activity: await read('int_activity_groups'),
    active: await read('int_activity_active'),
    groups: await read('int_insight_groups'),
    spenders: await read('int_insight_spenders'),
    plays: await read('int_insight_plays'),
    told: toldWith(await read('int_insight_members')),
    figures: await createQueryRunner(warehouse, project).rows('insight_figures', {
      binds: [...span, ...span, runId, scoreDate, runId],
    }),
  };
  return DEPARTMENTS.flatMap((department) => factsOf(department, { rows, scoreDate }));
}
