import { trainCandidate } from '../../server/domain/learning/train-candidate.ts';
import { kindOfModel, MODEL_KINDS, type ModelKind } from '../../server/domain/model-kinds.ts';
import { compileModel } from '../../server/domain/trees/compile-model.ts';
import { createFrame } from '../../server/domain/trees/frame.ts';
import { predict } from '../../server/domain/trees/predict.ts';
import { treesToSql } from '../../server/domain/trees/trees-to-sql.ts';
import type { WarehouseRow } from '../../server/ports/warehouse.ts';
import type { PublishedModel } from '../../server/usecases/model-registry.ts';
import { predictFans } from '../../server/usecases/predict-fans.ts';
import type { RunDeps } from '../../server/usecases/run-deps.ts';
import { openLandingWarehouse } from '../support/landing-warehouse.ts';
import { benchDeps } from './bench-deps.ts';

const WORK = 'work_bench';
const CHECKED_ROWS = 20_000;

interface Spent {
  readonly wall: number;
  readonly cpu: number;
}

async function spend(work: () => Promise<unknown>): Promise<Spent> {
  const [started, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - started) / 1000, cpu: (user + system) / 1e6 };
}

function report(name: string, { wall, cpu }: Spent): void {
  console.log(`${name}: ${wall.toFixed(2)} s, ${cpu.toFixed(2)} s CPU`);
}

/** Invented features of every fan, the same for the same number of fans. */
async function makeFeatures({ warehouse }: RunDeps, fans: number): Promise<void> {
  await warehouse.execute({ sql: `create schema ${WORK}` });
  for (const kind of MODEL_KINDS) {
    const columns = kindOfModel(kind).features.map(
      (name, at) =>
        `cast(cast(hash(fan_sk * 31 + ${at}) % 10000 as double) / 100 as decimal(18, 2)) as ${name}`,
    );
    await warehouse.execute({
      sql: `create table ${WORK}.${kind}_features as
        select fan_sk, ${columns.join(', ')} from range(${fans}) as fans (fan_sk)`,
    });
  }
  await warehouse.execute({
    sql: `create table ${WORK}.int_population as select fan_sk from ${WORK}.churn_features`,
  });
  await warehouse.execute({
    sql: `create table ${WORK}.fan_predictions (fan_sk bigint, churn_probability double, churn_model varchar,
      predicted_ltv decimal(18, 2), ltv_model varchar)`,
  });
}

function frameOf(kind: ModelKind, rows: readonly WarehouseRow[]) {
  return createFrame(
    kindOfModel(kind).features.map((name) => [name, rows.map((row) => Number(row[name]))]),
  );
}

async function firstRows({ warehouse }: RunDeps, kind: ModelKind, rows: number) {
  return await warehouse.query({
    sql: `select * from ${WORK}.${kind}_features order by fan_sk limit ${rows}`,
  });
}

async function train(deps: RunDeps, kind: ModelKind, rows: number): Promise<PublishedModel> {
  const frame = frameOf(kind, await firstRows(deps, kind, rows));
  const [first = new Float64Array(), second = new Float64Array()] = frame.columns;
  const amounts = first.map((value, row) => value + (second[row] ?? 0) * ((row % 7) / 7));
  const labels = kind === 'ltv' ? amounts : amounts.map((amount) => (amount > 75 ? 1 : 0));
  const job = { kind, names: frame.names, columns: frame.columns, labels, baseline: first };
  const draws = labels.map((_, row) => row);
  const { model, figures } = trainCandidate({ ...job, draws, seed: 42, published: null });
  return {
    version: `${kind}_bench`,
    kind,
    trainedAt: '',
    runId: 'bench',
    snapshotDate: '2025-01-01',
    dataCutOff: '2025-01-01',
    seed: 42,
    published: true,
    publishedAt: null,
    treesKept: true,
    refusedBecause: null,
    figures,
    model,
  };
}

async function largestGap(deps: RunDeps, kind: ModelKind, { model }: PublishedModel) {
  const rows = await firstRows(deps, kind, CHECKED_ROWS);
  const expected = predict(compileModel(model), frameOf(kind, rows));
  const found = await deps.warehouse.query({
    sql: `select predicted from ${WORK}.${kind}_predicted order by fan_sk limit ${CHECKED_ROWS}`,
  });
  return found.reduce(
    (gap, row, at) => Math.max(gap, Math.abs(Number(row.predicted) - (expected[at] ?? Number.NaN))),
    0,
  );
}

/**
 * `npm run bench -- predict [FANS] [TRAINING_ROWS]`: both models, 100 trees each, asked for 1,000,000 fans in the
 * warehouse, beside one that reads and adds their features and beside the same trees in TypeScript.
 */
export async function run([fans = '1000000', learnt = '20000']: readonly string[]): Promise<void> {
  const { warehouse, project } = await openLandingWarehouse();
  const deps = benchDeps(warehouse, project);
  try {
    await makeFeatures(deps, Number(fans));
    for (const kind of MODEL_KINDS) {
      const model = await train(deps, kind, Number(learnt));
      const columns = model.model.features.map((_, at) => `f${at}`);
      const parts = treesToSql(model.model, { columns, maxBytes: 890_000 });
      const kilobytes = parts.map((part) => Math.round(part.length / 1000)).join(' + ');
      console.log(`${kind}: 100 trees from ${learnt} rows, ${kilobytes} KB of SQL; ${fans} fans`);
      const sum = kindOfModel(kind).features.join(' + ');
      report(
        'reading and adding the features',
        await spend(() =>
          warehouse.query({ sql: `select sum(${sum}) from ${WORK}.${kind}_features` }),
        ),
      );
      const input = { runId: 'bench', scoreDate: '2025-01-01', work: WORK };
      report(
        'predicting in the warehouse, with drift',
        await spend(() => predictFans(deps, input, new Map([[kind, model]]))),
      );
      const rows = await firstRows(deps, kind, CHECKED_ROWS);
      const compiled = compileModel(model.model);
      const frame = frameOf(kind, rows);
      const own = await spend(async () => predict(compiled, frame));
      const scale = Number(fans) / frame.rows;
      report('the trees alone in TypeScript, from 20,000 fans', {
        wall: own.wall * scale,
        cpu: own.cpu * scale,
      });
      const gap = await largestGap(deps, kind, model);
      console.log(`largest difference on ${CHECKED_ROWS} fans: ${gap.toExponential(1)}`);
    }
  } finally {
    await warehouse.close();
  }
}
