import { exactCsvField } from '../domain/csv.ts';
import { describeDays } from '../domain/day-ranges.ts';
import { WonderError } from '../domain/errors.ts';
import { SEGMENTS } from '../domain/segments.ts';
import type { SqlProject } from '../modeling/project.ts';
import type { Warehouse } from '../ports/warehouse.ts';
import { analyticsTable } from './run-deps.ts';

/** What can be written as a file. */
export const EXPORTS = ['daily', 'extended', 'segments'] as const;
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
}

interface Extract {
  readonly columns: readonly string[];
  /** Every column as text. Binds: run id, score date. */
  readonly sql: string;
}

// As text, so that a decimal keeps its places: the engine writes 84.60, a number would be 84.6.
function scoresExtract(table: string, columns: readonly string[]): Extract {
  const texts = columns.map((name) => `cast(${name} as varchar) as ${name}`);
  const sql = `select ${texts.join(', ')} from ${table}
    where run_id = ? and score_date = cast(? as date) order by wonder_id nulls first, fan_sk nulls first`;
  return { columns, sql };
}

function segmentsExtract(table: string): Extract {
  const places = SEGMENTS.map((segment, index) => `when '${segment}' then ${index}`);
  return {
    columns: ['segment', 'wonder_id', 'position'],
    sql: `with placed as (
        select segment, wonder_id, case segment ${places.join(' ')} end as segment_order,
          row_number() over (partition by segment order by wonder_score desc nulls last, wonder_id nulls first) as place
        from ${table} where run_id = ? and score_date = cast(? as date)
      )
      select segment, wonder_id, cast(place as varchar) as position from placed
      order by segment_order nulls last, place nulls last`,
  };
}

function extractOf(project: SqlProject, what: ExportName): Extract {
  switch (what) {
    case 'daily':
      return scoresExtract(analyticsTable(project, 'mart_wonderscore_daily'), DAILY);
    case 'extended':
      return scoresExtract(analyticsTable(project, 'mart_wonderscore_extended'), EXTENDED);
    case 'segments':
      return segmentsExtract(analyticsTable(project, 'mart_segment_members'));
  }
}

async function publishedRunOf({ warehouse, project }: Deps, scoreDate: string): Promise<string> {
  const runs = await warehouse.query({
    sql: `select run_id, score_date from ${analyticsTable(project, 'score_runs')}
      where published order by score_date`,
  });
  const run = runs.find((row) => row.score_date === scoreDate);
  if (run !== undefined) return String(run.run_id);
  const days = runs.map((row) => String(row.score_date));
  throw new WonderError('no_scores', {
    detail:
      days.length === 0
        ? `No scores are published for ${scoreDate}, nor for any other day.`
        : `No scores are published for ${scoreDate}. There are scores for ${describeDays(days)}.`,
  });
}

/**
 * The published scores of a day as CSV, in pieces of some thousand lines, header first: a null is
 * empty, a decimal has its two places, text is exact: for programs, not for spreadsheets. Rejects with `no_scores`, naming the days that have some.
 */
export async function exportScores(
  deps: Deps,
  { what, scoreDate }: { readonly what: ExportName; readonly scoreDate: string },
): Promise<AsyncIterable<ExportPiece>> {
  const runId = await publishedRunOf(deps, scoreDate);
  const { columns, sql } = extractOf(deps.project, what);
  async function* pieces() {
    yield { rows: 0, text: `${columns.join(',')}\n` };
    for await (const rows of deps.warehouse.stream({ sql, binds: [runId, scoreDate] })) {
      const lines = rows.map((row) =>
        columns.map((name) => exactCsvField(row[name] ?? null)).join(','),
      );
      yield { rows: rows.length, text: `${lines.join('\n')}\n` };
    }
  }
  return pieces();
}
