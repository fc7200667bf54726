import { DRIFT_LEVELS, type Drift, type DriftLevel } from '../domain/learning/drift.ts';
import { featureLabel } from '../domain/learning/model-words.ts';
import { textOf } from '../domain/text-values.ts';
import { numberOf } from '../domain/values.ts';
import type { WarehouseRow } from '../ports/warehouse.ts';
import type { QueryRunner } from './query-runner.ts';

/** How far what a model is asked with, and what it answers, has moved since its training. */
export interface ModelDrift {
  readonly run_id: string;
  readonly score_date: string;
  /** That of the predictions: features tell why, and move with every season. */
  readonly level: DriftLevel;
  /** Furthest first. */
  readonly features: readonly (Drift & { readonly feature: string; readonly label: string })[];
  readonly predictions: Drift;
}

const STABLE: Drift = { psi: 0, level: 'stable' };

function levelOf(row: WarehouseRow): DriftLevel {
  return DRIFT_LEVELS.find((each) => each === row.drift_level) ?? STABLE.level;
}

function toDrift([first, ...others]: readonly [WarehouseRow, ...WarehouseRow[]]): ModelDrift {
  const told = [first, ...others].map((row) => {
    const feature = textOf(row, 'feature');
    return {
      feature,
      label: featureLabel(feature),
      psi: numberOf(row, 'psi'),
      level: levelOf(row),
    };
  });
  const { psi, level } = told.find(({ feature }) => feature === 'predictions') ?? STABLE;
  return {
    run_id: textOf(first, 'run_id'),
    score_date: textOf(first, 'score_date'),
    level,
    features: told
      .filter(({ feature }) => feature !== 'predictions')
      .sort((one, other) => other.psi - one.psi),
    predictions: { psi, level },
  };
}

/** The drift of every model at the latest run it predicted, by version. */
export async function readModelDrift(
  { queries }: { readonly queries: QueryRunner },
  { signal }: { readonly signal?: AbortSignal },
): Promise<ReadonlyMap<string, ModelDrift>> {
  const rows = await queries.rows('model_drift', {
    binds: [],
    ...(signal === undefined ? {} : { signal }),
  });
  const byVersion = new Map<string, [WarehouseRow, ...WarehouseRow[]]>();
  for (const row of rows) {
    const version = textOf(row, 'version');
    const known = byVersion.get(version);
    if (known === undefined) byVersion.set(version, [row]);
    else known.push(row);
  }
  return new Map([...byVersion].map(([version, own]) => [version, toDrift(own)]));
}
