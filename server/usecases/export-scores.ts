import { exactCsvField } from '../domain/csv.ts';
import { kindOfModel, type ModelKind } from '../domain/model-kinds.ts';
import { SEGMENTS } from '../domain/segments.ts';
import type { SqlProject } from '../modeling/project.ts';
import { renderQuery } from '../modeling/queries.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Warehouse, WarehouseRow } from '../ports/warehouse.ts';
import { findPublishedDays } from './find-published-days.ts';
import { analyticsTable } from './run-deps.ts';
import { readTrainingTable } from './training-table.ts';

/** What can be written as a file. */
export const EXPORTS = [
  'daily',
  'extended',
  'segments',
  'churn-features',
  'churn-training',
  'ltv-features',
  'ltv-training',
] as const;
export type ExportName = (typeof EXPORTS)[number];

const DAILY = `fan_sk wonder_id score_date wonder_score wonder_score_tier percentile_rank
  engagement_score attendance_component digital_component social_component learning_component
  loyalty_score tier_component tenure_component redemption_component stability_bonus
  value_score revenue_component frequency_component recency_component breadth_bonus
  sentiment_score nps_component review_component sentiment_component complaint_penalty
  advocacy_score referral_component amplification_component hosting_component
  coverage has_engagement has_loyalty has_value has_sentiment has_advocacy
  loyalty_tier primary_sport primary_affiliation`.split(/\s+/);

const EXTENDED = `fan_sk wonder_id score_date hospitality_experience_score digital_affinity_score
  revenue_efficiency_score churn_risk_score churn_risk churn_risk_level
  lifetime_value total_events_attended`.split(/\s+/);

/** Some lines of a file, and how many rows they are. */
export interface ExportPiece {
  readonly rows: number;
  readonly text: string;
}

interface Deps {
  readonly warehouse: Warehouse;
  readonly project: SqlProject;
  readonly ids: IdSource;
}

interface Extract {
  readonly columns: readonly string[];
  /** Every column as text. Binds: run id and score date, as often as `pairs` says. */
  readonly sql: string;
  readonly pairs: number;
}

// As text, so that a decimal keeps its places: the engine writes 84.60, a number would be 84.6.
function scoresExtract(table: string, columns: readonly string[]): Extract {
  const texts = columns.map((name) => `cast(${name} as varchar) as ${name}`);
  const sql = `select ${texts.join(', ')} from ${table}
    where run_id = ? and score_date = cast(? as date) order by wonder_id nulls first, fan_sk nulls first`;
  return { columns, sql, pairs: 1 };
}

function segmentsExtract(table: string): Extract {
  const places = SEGMENTS.map((segment, index) => `when '${segment}' then ${index}`);
  return {
    columns: ['segment', 'wonder_id', 'position'],
    pairs: 1,
    sql: `with placed as (
        select segment, wonder_id, case segment ${places.join(' ')} end as segment_order,
          row_number() over (partition by segment order by wonder_score desc nulls last, wonder_id nulls first) as place
        from ${table} where run_id = ? and score_date = cast(? as date)
      )
      select segment, wonder_id, cast(place as varchar) as position from placed
      order by segment_order nulls last, place nulls last`,
  };
}

function asText(columns: readonly string[], relation: string): string {
  const texts = columns.map((name) => `cast(${name} as varchar) as ${name}`);
  return `select ${texts.join(', ')} from ${relation} order by wonder_id nulls first, fan_sk nulls first`;
}

function featuresExtract({ project, warehouse }: Deps, kind: ModelKind): Extract {
  const columns = ['fan_sk', 'wonder_id', 'snapshot_date', ...kindOfModel(kind).features];
  const query = renderQuery(project, `export_${kind}_features`, warehouse.engine);
  return { columns, sql: asText(columns, `(${query}\n) as features`), pairs: 2 };
}

/** What a model would learn from on that day: worked out anew, so it needs no published scores. */
function trainingRows(deps: Deps, kind: ModelKind, scoreDate: string) {
  const { features, baseline } = kindOfModel(kind);
  const known = ['fan_sk', 'wonder_id', 'snapshot_date', 'loyalty_tier'];
  const columns = [...known, ...features, baseline, 'label'];
  const rows = readTrainingTable(deps, { kind, scoreDate }, (relation) =>
    deps.warehouse.stream({ sql: asText(columns, relation) }),
  );
  return { columns, rows };
}

type Extracted = Exclude<ExportName, 'churn-training' | 'ltv-training'>;

function extractOf(deps: Deps, what: Extracted): Extract {
  const { project } = deps;
  switch (what) {
    case 'churn-features':
      return featuresExtract(deps, 'churn');
    case 'ltv-features':
      return featuresExtract(deps, 'ltv');
    case 'daily':
      return scoresExtract(analyticsTable(project, 'mart_wonderscore_daily'), DAILY);
    case 'extended':
      return scoresExtract(analyticsTable(project, 'mart_wonderscore_extended'), EXTENDED);
    case 'segments':
      return segmentsExtract(analyticsTable(project, 'mart_segment_members'));
  }
}

/**
 * The published scores of a day, or what models are asked with and learn from, as CSV, in pieces of some
 * thousand lines, header first: a null is empty, a decimal has its places, text is exact: for programs, not for
 * spreadsheets. Rejects with `no_scores`, naming the days that have some; training data needs none.
 */
export async function exportScores(
  deps: Deps,
  { what, scoreDate }: { readonly what: ExportName; readonly scoreDate: string },
): Promise<AsyncIterable<ExportPiece>> {
  if (what === 'churn-training') return piecesOf(trainingRows(deps, 'churn', scoreDate));
  if (what === 'ltv-training') return piecesOf(trainingRows(deps, 'ltv', scoreDate));
  const [run] = await findPublishedDays(deps, { from: scoreDate, to: scoreDate });
  const { runId } = run;
  const { columns, sql, pairs } = extractOf(deps, what);
  const binds = Array.from({ length: pairs }, () => [runId, scoreDate]).flat();
  return piecesOf({ columns, rows: deps.warehouse.stream({ sql, binds }) });
}

interface Found {
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<WarehouseRow[]>;
}

async function* piecesOf({ columns, rows: blocks }: Found): AsyncIterable<ExportPiece> {
  yield { rows: 0, text: `${columns.join(',')}\n` };
  for await (const rows of blocks) {
    const lines = rows.map((row) =>
      columns.map((name) => exactCsvField(row[name] ?? null)).join(','),
    );
    yield { rows: rows.length, text: `${lines.join('\n')}\n` };
  }
}
