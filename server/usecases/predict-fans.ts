import { kindOfModel, MODEL_KINDS, type ModelKind } from '../domain/model-kinds.ts';
import { treeToSql } from '../domain/trees/tree-to-sql.ts';
import { scoreSql, treesToSql } from '../domain/trees/trees-to-sql.ts';
import { measureDrift } from './measure-drift.ts';
import { ModelRegistry, type PublishedModel } from './model-registry.ts';
import type { RunDeps } from './run-deps.ts';

/** Leaves room below the 900 KB of a statement for what stands around the trees. */
const MOST_TREE_BYTES = 880_000;

export interface PredictInput {
  readonly runId: string;
  readonly scoreDate: string;
  /** Full name of the run's work schema. */
  readonly work: string;
  /** Most bytes of trees in one statement; default 880,000. */
  readonly mostTreeBytes?: number;
  readonly signal?: AbortSignal | undefined;
}

/** The models in use, by kind. */
export type PublishedModels = ReadonlyMap<ModelKind, PublishedModel>;

/** The models that are in use now. */
export async function findPublishedModels(deps: RunDeps): Promise<PublishedModels> {
  const registry = new ModelRegistry(deps);
  const models = new Map<ModelKind, PublishedModel>();
  for (const kind of MODEL_KINDS) {
    const model = await registry.findPublished(kind);
    if (model !== undefined) models.set(kind, model);
  }
  return models;
}

/**
 * Predicts for every fan of a run in the warehouse: trees are SQL, in statements under 900 KB.
 * Fills the run's fan_predictions, and writes down how far features and predictions have moved.
 */
export async function predictFans(
  deps: RunDeps,
  input: PredictInput,
  models: PublishedModels,
): Promise<void> {
  for (const [kind, model] of models) {
    await predictKind(deps, input, { kind, model });
    await measureDrift(deps, input, model);
  }
  await fillPredictions(deps, input, models);
}

async function predictKind(
  deps: RunDeps,
  { work, signal, mostTreeBytes = MOST_TREE_BYTES }: PredictInput,
  { kind, model: { model } }: { readonly kind: ModelKind; readonly model: PublishedModel },
): Promise<void> {
  const execute = (sql: string) =>
    deps.warehouse.execute({ sql }, signal === undefined ? {} : { signal });
  const columns = model.features.map((_, at) => `f${at}`);
  const doubles = model.features.map((name, at) => `cast(${name} as double) as f${at}`);
  // Fans of one leaf side by side: a block of rows then needs few branches of the other trees.
  const splits = model.trees.find(({ feature }) => (feature[0] ?? -1) >= 0);
  const order = splits === undefined ? [] : [treeToSql(splits, columns)];
  await execute(
    `create or replace table ${work}.${kind}_frame as
      with frame as (select fan_sk, ${doubles.join(', ')} from ${work}.${kind}_features)
      select * from frame order by ${[...order, 'fan_sk'].map((by) => `${by} asc nulls last`).join(', ')}`,
  );
  const parts = treesToSql(model, { columns, maxBytes: mostTreeBytes });
  const [only] = parts;
  if (only !== undefined && parts.length === 1) {
    await execute(
      `create or replace table ${work}.${kind}_predicted as select fan_sk, ${scoreSql(model, [only])} as predicted from ${work}.${kind}_frame`,
    );
    return;
  }
  for (const [index, part] of parts.entries()) {
    await execute(
      `create or replace table ${work}.${kind}_part_${index} as select fan_sk, ${part} as part_sum from ${work}.${kind}_frame`,
    );
  }
  const sums = parts.map((_, index) => `p${index}.part_sum`);
  const joins = parts.map(
    (_, index) =>
      `inner join ${work}.${kind}_part_${index} as p${index} on p${index}.fan_sk = f.fan_sk`,
  );
  await execute(
    `create or replace table ${work}.${kind}_predicted as select f.fan_sk, ${scoreSql(model, sums)} as predicted
      from ${work}.${kind}_frame as f ${joins.join(' ')}`,
  );
}

/** A revenue to be expected is not below 0, and is stored like every amount. */
const AMOUNT =
  'cast(round(cast(greatest(coalesce(l.predicted, 0), 0) as decimal(28, 10)), 2) as decimal(18, 2))';

async function fillPredictions(
  { warehouse }: RunDeps,
  { work }: PredictInput,
  models: PublishedModels,
): Promise<void> {
  const [churn, ltv] = [models.get('churn'), models.get('ltv')];
  await warehouse.execute({ sql: `delete from ${work}.fan_predictions` });
  if (churn === undefined && ltv === undefined) return;
  const joinOf = (kind: ModelKind, alias: string) =>
    models.has(kind)
      ? `left join ${work}.${kind}_predicted as ${alias} on ${alias}.fan_sk = p.fan_sk`
      : '';
  await warehouse.execute({
    sql: `insert into ${work}.fan_predictions (fan_sk, churn_probability, churn_model, predicted_ltv, ltv_model)
      select p.fan_sk, ${churn === undefined ? 'null' : 'c.predicted'}, cast(? as varchar),
        ${ltv === undefined ? 'null' : AMOUNT}, cast(? as varchar)
      from ${work}.int_population as p ${joinOf('churn', 'c')} ${joinOf('ltv', 'l')}`,
    binds: [churn?.version ?? null, ltv?.version ?? null],
  });
}

/** Features of a kind that its published model does not know, or the other way round: it was trained by another version. */
export function isOutdated({ kind, model }: PublishedModel): boolean {
  const { features } = kindOfModel(kind);
  return (
    features.length !== model.features.length ||
    features.some((name, at) => model.features[at] !== name)
  );
}
