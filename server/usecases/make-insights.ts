import {
  chooseInsights,
  type LastLevels,
  type LastSaid,
  type ListedInsight,
} from '../domain/insights/choose-insights.ts';
import { detectInsights } from '../domain/insights/detect-insights.ts';
import { textOfSegments } from '../domain/narration/segments.ts';
import { addDays } from '../domain/run.ts';
import { textOf } from '../domain/text-values.ts';
import { numberOf } from '../domain/values.ts';
import type { RunVars } from '../modeling/run-models.ts';
import type { BindValue, WarehouseRow } from '../ports/warehouse.ts';
import { insightRules } from './insight-rules.ts';
import { createQueryRunner } from './query-runner.ts';
import { readInsightFacts } from './read-insight-facts.ts';
import { analyticsTable, type RunDeps } from './run-deps.ts';

export interface MakeInsightsInput {
  readonly vars: RunVars;
  /** Where the run's own tables are. */
  readonly workSchema: string;
}

const COLUMNS = [
  'run_id',
  'score_date',
  'calculated_at',
  'insight_id',
  'insight_key',
  'department',
  'insight_type',
  'priority',
  'sort_order',
  'title',
  'description',
  'metric_name',
  'metric_label',
  'metric_value',
  'fans',
  'smallest_group',
  'moves_from',
  'evidence',
] as const;
const MARKS = COLUMNS.map((column) => {
  if (column === 'score_date') return 'cast(? as date)';
  return column === 'calculated_at' ? 'cast(? as timestamp)' : '?';
}).join(', ');

function levels(rows: readonly WarehouseRow[]): LastLevels {
  return new Map(rows.map((row) => [textOf(row, 'insight_key'), numberOf(row, 'moves_from')]));
}

function lastSaid(rows: readonly WarehouseRow[]): LastSaid {
  return new Map(
    rows.map((row) => [
      textOf(row, 'insight_key'),
      { level: numberOf(row, 'moves_from'), day: textOf(row, 'score_date') },
    ]),
  );
}

function valuesOf(
  said: ListedInsight,
  { order, vars }: { order: number; vars: RunVars },
): BindValue[] {
  const { facts, series, filters, from, to, method, title, description } = said;
  return [
    vars.run_id,
    vars.as_of,
    vars.calculated_at,
    said.insightId,
    said.key,
    said.department,
    said.type,
    said.priority,
    order,
    textOfSegments(title),
    textOfSegments(description),
    said.metric,
    said.label,
    said.value === null ? null : Math.round(said.value * 100) / 100,
    said.fans,
    said.smallestGroup,
    said.level,
    JSON.stringify({ facts, series, filters, from, to, method, told: { title, description } }),
  ];
}

/** Replaces what the run said before; readers see it once the run is published. */
async function store(
  { warehouse, project }: RunDeps,
  { vars, listed }: { readonly vars: RunVars; readonly listed: readonly ListedInsight[] },
): Promise<number> {
  const table = analyticsTable(project, 'mart_ai_insights');
  return await warehouse.transaction(async (session) => {
    await session.execute({ sql: `delete from ${table} where run_id = ?`, binds: [vars.run_id] });
    for (const [index, insight] of listed.entries()) {
      await session.execute({
        sql: `insert into ${table} (${COLUMNS.join(', ')}) select ${MARKS}`,
        binds: valuesOf(insight, { order: index + 1, vars }),
      });
    }
    return listed.length;
  });
}

/**
 * Finds what holds on the run's day, leaves out what was dismissed and has not moved, and stores the rest with
 * the run and the day each was said. Answers how many. The models of the stage must have run.
 */
export async function makeInsights(
  deps: RunDeps,
  { vars, workSchema }: MakeInsightsInput,
): Promise<number> {
  const context = insightRules(deps);
  const { settings } = context;
  const scoreDate = vars.as_of;
  const queries = createQueryRunner(deps.warehouse, deps.project);
  const before = {
    said: lastSaid(
      await queries.rows('insight_said', {
        binds: [addDays(scoreDate, -settings.quiet_days), scoreDate],
      }),
    ),
    dismissed: levels(await queries.rows('insight_dismissed', { binds: [scoreDate] })),
  };
  const facts = await readInsightFacts(deps, {
    workSchema,
    runId: vars.run_id,
    scoreDate,
    trendDays: settings.change_days,
  });
  const listed = facts.flatMap((each) =>
    chooseInsights(detectInsights(each, context), { before, scoreDate, settings }),
  );
  return await store(deps, { vars, listed });
}
