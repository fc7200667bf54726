import { type Drift, driftOf } from '../domain/learning/drift.ts';
import type { ReferenceCounts } from '../domain/learning/training-job.ts';
import { sqlNumber } from '../domain/trees/sql-numbers.ts';
import type { WarehouseRow } from '../ports/warehouse.ts';
import type { PublishedModel } from './model-registry.ts';
import type { PredictInput } from './predict-fans.ts';
import { analyticsTable, type RunDeps } from './run-deps.ts';

interface Counted {
  readonly reference: ReferenceCounts;
  /** The column that holds it. */
  readonly column: string;
}

/** Running counts up to every edge, and of all that is known and missing: one pass over the fans. */
function countsSql(counted: readonly Counted[], relation: string): string {
  const columns = counted.flatMap(({ reference, column }, at) => [
    `count(*) - count(${column}) as m${at}`,
    `count(${column}) as k${at}`,
    ...reference.edges.map(
      (edge, bin) => `count(case when ${column} <= ${sqlNumber(edge)} then 1 end) as c${at}_${bin}`,
    ),
  ]);
  return `select ${columns.join(', ')} from ${relation}`;
}

function countsIn(row: WarehouseRow, { edges }: ReferenceCounts, at: number): number[] {
  const upTo = [...edges.map((_, bin) => Number(row[`c${at}_${bin}`])), Number(row[`k${at}`])];
  const bins = upTo.map((count, bin) => count - (upTo[bin - 1] ?? 0));
  return [...bins, Number(row[`m${at}`])];
}

async function driftIn(
  { warehouse }: RunDeps,
  counted: readonly Counted[],
  relation: string,
): Promise<(Drift & { readonly feature: string })[]> {
  const [row] = await warehouse.query({ sql: countsSql(counted, relation) });
  if (row === undefined) return [];
  return counted.map(({ reference }, at) => ({
    feature: reference.name,
    ...driftOf(reference, countsIn(row, reference, at)),
  }));
}

/**
 * Writes down the PSI of every feature and of the predictions of a run against the training, in ml_drift, and
 * warns where the predictions have shifted: features move with every season, and matter where they move those.
 */
export async function measureDrift(
  deps: RunDeps,
  { runId, scoreDate, work }: PredictInput,
  { kind, version, figures, model }: PublishedModel,
): Promise<void> {
  const { features, predictions } = figures.reference;
  const frame = features.map((reference) => ({
    reference,
    column: `f${model.features.indexOf(reference.name)}`,
  }));
  const moved = await driftIn(deps, frame, `${work}.${kind}_frame`);
  const answers = await driftIn(
    deps,
    [{ reference: predictions, column: 'predicted' }],
    `${work}.${kind}_predicted`,
  );
  const measured = [...moved, ...answers];
  const table = analyticsTable(deps.project, 'ml_drift');
  await deps.warehouse.execute({
    sql: `delete from ${table} where run_id = ? and version = ?`,
    binds: [runId, version],
  });
  const rows = measured.map(() => '(?, cast(? as date), ?, ?, ?, ?)').join(', ');
  await deps.warehouse.execute({
    sql: `insert into ${table} (run_id, score_date, version, feature, psi, drift_level) values ${rows}`,
    binds: measured.flatMap(({ feature, psi, level }) => [
      runId,
      scoreDate,
      version,
      feature,
      psi,
      level,
    ]),
  });
  if (answers.some(({ level }) => level === 'shifted')) {
    deps.logger.warn('the predictions of a model have shifted since its training', {
      version,
      moved_features: moved
        .filter(({ level }) => level !== 'stable')
        .map(({ feature }) => feature)
        .join(', '),
    });
  }
}
