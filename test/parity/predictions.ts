import { join } from 'node:path';
import { readSqlFiles } from '../../server/adapters/system/sql-files.ts';
import { trainCandidate } from '../../server/domain/learning/train-candidate.ts';
import { kindOfModel, MODEL_KINDS, type ModelKind } from '../../server/domain/model-kinds.ts';
import { compileModel } from '../../server/domain/trees/compile-model.ts';
import { createFrame } from '../../server/domain/trees/frame.ts';
import { predict } from '../../server/domain/trees/predict.ts';
import { openWarehouse, projectFor } from '../../server/entry/compose-warehouse.ts';
import { parseConfig } from '../../server/entry/config.ts';
import { parseProject } from '../../server/modeling/project.ts';
import { renderQuery } from '../../server/modeling/queries.ts';
import type { Logger } from '../../server/ports/logger.ts';
import type { PublishedModel } from '../../server/usecases/model-registry.ts';
import { predictFans } from '../../server/usecases/predict-fans.ts';
import { analyticsTable, type RunDeps } from '../../server/usecases/run-deps.ts';
import { benchDeps } from '../bench/bench-deps.ts';
import { readTrainingData } from '../domain/trees/training-data.ts';
import type { Comparison } from './compare-files.ts';
import { AS_OF } from './product.ts';

const SQL = join(import.meta.dirname, '../../sql');
const WITHIN = 1e-6;
/** Most bytes of trees in a statement: all in one, and so few that they take several. */
const WAYS = { 'one statement': 880_000, 'several statements': 15_000 } as const;

/** The emulator reads a hundred trees in minutes, a Snowflake in a second. */
const TREES = 12;

/** Features are far from the training where a set has nine fans: that is no news here. */
const SILENT: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: console.error,
};

/** Predictions by what was predicted of whom: one number per kind of model, way and fan. */
type Predictions = ReadonlyMap<string, number>;

/** Both models, of the golden training tables, with the first of their trees. */
export function trainModels(): PublishedModel[] {
  return MODEL_KINDS.map((kind) => {
    const { frame, labels } = readTrainingData(`small/expected_${kind}_training.csv.gz`);
    const names = kindOfModel(kind).features;
    const columns = names.map(
      (name) => frame.columns[frame.names.indexOf(name)] ?? new Float64Array(),
    );
    const draws = labels.map((_, row) => (row * 7) % labels.length);
    const job = {
      kind,
      names,
      columns,
      labels,
      draws,
      baseline: labels,
      seed: 42,
      published: null,
    };
    const { figures, model } = trainCandidate(job);
    return {
      version: `${kind}_parity`,
      kind,
      trainedAt: '',
      runId: 'parity',
      snapshotDate: '',
      dataCutOff: '',
      seed: 42,
      published: true,
      publishedAt: null,
      treesKept: true,
      refusedBecause: null,
      figures,
      model: { ...model, trees: model.trees.slice(0, TREES) },
    };
  });
}

/** The features of the published run as the models' tables, in a schema of its own; answers what TypeScript says of them. */
async function makeFeatures(
  { warehouse, project }: RunDeps,
  { work, models }: { readonly work: string; readonly models: readonly PublishedModel[] },
): Promise<Predictions> {
  const [run] = await warehouse.query({
    sql: `select run_id from ${analyticsTable(project, 'score_runs')}
      where published and score_date = cast(? as date)`,
    binds: [AS_OF],
  });
  await warehouse.execute({ sql: `create schema ${work}` });
  const said = new Map<string, number>();
  for (const { kind, model } of models) {
    const table = `${work}.${kind}_features`;
    await warehouse.execute({
      sql: `create table ${table} as ${renderQuery(project, `export_${kind}_features`, warehouse.engine)}`,
      binds: [1, 2].flatMap(() => [String(run?.run_id), AS_OF]),
    });
    const rows = await warehouse.query({ sql: `select * from ${table}` });
    const frame = createFrame(
      model.features.map((name) => [name, rows.map((row) => Number(row[name]))]),
    );
    predict(compileModel(model), frame).forEach((value, at) => {
      for (const way of Object.keys(WAYS)) {
        said.set(`${kind} in ${way}, ${rows[at]?.wonder_id}`, value);
      }
    });
  }
  await warehouse.execute({
    sql: `create table ${work}.int_population as select fan_sk from ${work}.churn_features`,
  });
  await warehouse.execute({
    sql: `create table ${work}.fan_predictions (fan_sk bigint, churn_probability double, churn_model varchar,
      predicted_ltv decimal(18, 2), ltv_model varchar)`,
  });
  return said;
}

/** What the warehouse says of every fan, by the trees as SQL, in one statement per model and in several. */
async function askWarehouse(
  deps: RunDeps,
  { work, models }: { readonly work: string; readonly models: readonly PublishedModel[] },
): Promise<Predictions> {
  const said = new Map<string, number>();
  const input = { runId: 'parity', scoreDate: AS_OF, work };
  const published = new Map<ModelKind, PublishedModel>(models.map((each) => [each.kind, each]));
  for (const [way, mostTreeBytes] of Object.entries(WAYS)) {
    await predictFans(deps, { ...input, mostTreeBytes }, published);
    for (const kind of MODEL_KINDS) {
      const rows = await deps.warehouse.query({
        sql: `select f.wonder_id, p.predicted from ${work}.${kind}_predicted as p
          inner join ${work}.${kind}_features as f on f.fan_sk = p.fan_sk`,
      });
      for (const { wonder_id: id, predicted } of rows) {
        said.set(`${kind} in ${way}, ${id}`, Number(predicted));
      }
    }
  }
  return said;
}

/** What a scored warehouse, and TypeScript with the features that are in it, say of every fan. */
export async function predictIn(
  environment: NodeJS.ProcessEnv,
  models: readonly PublishedModel[],
): Promise<{ readonly warehouse: Predictions; readonly typescript: Predictions }> {
  const config = parseConfig(environment);
  const project = projectFor(config, parseProject(await readSqlFiles(SQL)));
  const { warehouse } = await openWarehouse(config);
  try {
    const deps = { ...benchDeps(warehouse, project), logger: SILENT };
    const at = { work: 'work_parity', models };
    const typescript = await makeFeatures(deps, at);
    return { typescript, warehouse: await askWarehouse(deps, at) };
  } finally {
    await warehouse.close();
  }
}

/** Compares number by number, to 1e-6; a fan that one of them lacks is a difference. */
export function comparePredictions(actual: Predictions, expected: Predictions): Comparison {
  const names = new Set([...actual.keys(), ...expected.keys()]);
  const differences = [...names].flatMap((name) => {
    const [mine, theirs] = [actual.get(name), expected.get(name)];
    const isEqual = mine !== undefined && theirs !== undefined && Math.abs(mine - theirs) <= WITHIN;
    return isEqual ? [] : [`${name}: ${mine ?? 'nothing'} instead of ${theirs ?? 'nothing'}`];
  });
  return { values: names.size, differences };
}
