import { WonderError } from '../domain/errors.ts';
import { parseFigures } from '../domain/learning/parse-figures.ts';
import type { ModelFigures } from '../domain/learning/training-job.ts';
import { MODEL_KINDS, type ModelKind } from '../domain/model-kinds.ts';
import type { TreeModel } from '../domain/trees/model.ts';
import { parseModel } from '../domain/trees/parse-model.ts';
import type { CellValue, WarehouseRow } from '../ports/warehouse.ts';

/** A training as it is written down; without figures and model it ended before there was one. */
export interface TrainingRecord {
  readonly version: string;
  readonly kind: ModelKind;
  readonly trainedAt: string;
  readonly runId: string;
  readonly snapshotDate: string;
  /** The last day its labels have seen. */
  readonly dataCutOff: string;
  readonly seed: number;
  readonly published: boolean;
  /** When it was last put in use, ISO, UTC; null: never. */
  readonly publishedAt: string | null;
  /** Whether it can be put in use: trees of old models that never were are forgotten. */
  readonly treesKept: boolean;
  readonly refusedBecause: string | null;
  readonly figures: ModelFigures | null;
}

function kindOf(row: WarehouseRow): ModelKind {
  const kind = MODEL_KINDS.find((each) => each === row.kind);
  if (kind !== undefined) return kind;
  throw new WonderError('bad_model', { detail: 'A stored model is of an unknown kind.' });
}

function fromJson(cell: CellValue | undefined): unknown {
  try {
    return JSON.parse(String(cell));
  } catch (cause) {
    throw new WonderError('bad_model', { detail: 'A stored model is no JSON.', cause });
  }
}

/** A row of ml_models. Throws `bad_model` where it cannot be read. */
export function toTrainingRecord(row: WarehouseRow): TrainingRecord {
  return {
    version: String(row.version),
    kind: kindOf(row),
    trainedAt: String(row.trained_at),
    runId: String(row.run_id),
    snapshotDate: String(row.snapshot_date),
    dataCutOff: String(row.data_cut_off),
    seed: Number(row.seed),
    published: row.published === true,
    publishedAt: row.published_at == null ? null : String(row.published_at),
    treesKept: row.has_trees === true,
    refusedBecause: row.refused_because == null ? null : String(row.refused_because),
    figures: row.figures == null ? null : parseFigures(fromJson(row.figures)),
  };
}

/** The trees of a row of ml_models; null where they are not kept. Throws `bad_model`. */
export function toTrees(row: WarehouseRow): TreeModel | null {
  return row.model == null ? null : parseModel(fromJson(row.model));
}
