import type { Contribution } from '../domain/churn-reasons.ts';
import { ruleContributions } from '../domain/rule-contributions.ts';
import { type CompiledTrees, compileModel } from '../domain/trees/compile-model.ts';
import { explain } from '../domain/trees/explain.ts';
import { createFrame } from '../domain/trees/frame.ts';
import { numberOrNull, type Values } from '../domain/values.ts';
import { keepLast } from './keep-last.ts';
import type { ReadDeps } from './read-context.ts';
import { type TrainingRecord, toTrainingRecord, toTrees } from './training-records.ts';

/** A model that predicted a run, ready to say why. */
export interface ChurnModel {
  readonly record: TrainingRecord;
  /** Null where its trees are no longer kept. */
  readonly compiled: CompiledTrees | null;
}

/** Reading a model takes longer than the answers it is for. */
const keepModel = keepLast<ChurnModel | undefined>(2);

/** The model of a version; undefined where it is not recorded. */
export function findChurnModel(
  { queries }: Pick<ReadDeps, 'queries'>,
  version: string,
  signal?: AbortSignal,
): Promise<ChurnModel | undefined> {
  const options = signal === undefined ? {} : { signal };
  return keepModel(queries, {
    key: version,
    async load() {
      const [row] = await queries.rows('model_trees', { binds: [version], ...options });
      if (row === undefined) return undefined;
      const trees = toTrees(row);
      return {
        record: toTrainingRecord(row),
        compiled: trees === null ? null : compileModel(trees),
      };
    },
  });
}

/**
 * What each feature adds to the risk of some fans, fan by fan: by the model's trees, or by the rule where no
 * model predicted. `rows` hold the features and the inputs of the rule by name.
 */
export function contributionsOf(
  rows: readonly Values[],
  model: ChurnModel | undefined,
  { rules }: Pick<ReadDeps, 'rules'>,
): Contribution[][] {
  const compiled = model?.compiled ?? null;
  if (model === undefined) return rows.map((row) => ruleContributions(row, rules));
  if (compiled === null || rows.length === 0) return rows.map(() => []);
  const { features } = compiled.model;
  const frame = createFrame(
    features.map((name) => [name, rows.map((row) => numberOrNull(row, name))]),
  );
  const { values } = explain(compiled, frame);
  return rows.map((_, row) =>
    features.map((feature, at) => ({
      feature,
      points: 100 * (values[row * features.length + at] ?? 0),
    })),
  );
}
