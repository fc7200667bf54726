import { type DriftLevel, driftLevel } from '../domain/learning/drift.ts';
import { featureLabel } from '../domain/learning/model-words.ts';
import { textOf } from '../domain/text-values.ts';
import { numberOf } from '../domain/values.ts';
import type { WarehouseRow } from '../ports/warehouse.ts';
import type { QueryRunner } from './query-runner.ts';

interface Moved {
  readonly psi: number;
  readonly level: DriftLevel;
}

/** How far what a model is asked with, and what it answers, has moved since its training. */
export interface ModelDrift {
  readonly run_id: string;
  readonly score_date: string;
  /** Of whatever has moved furthest. */
  readonly level: DriftLevel;
  /** Furthest first. */
  readonly features: readonly (Moved & { readonly feature: string; readonly label: string })[];
  readonly predictions: Moved;
}

function toDrift([first, ...others]: readonly [WarehouseRow, ...WarehouseRow[]]): ModelDrift {
  const told = [first, ...others].map((row) => {
    const feature = textOf(row, 'feature');
    const psi = numberOf(row, 'psi');
    return { feature, label: featureLabel(feature), psi, level: driftLevel(psi) };
  });
  const predictions = told.find(({ feature }) => feature === 'predictions');
  return {
    run_id: textOf(first, 'run_id'),
    score_date: textOf(first, 'score_date'),
    level: driftLevel(Math.max(...told.map(({ psi }) => psi))),
    features: told
      .filter(({ feature }) => feature !== 'predictions')
      .sort((one, other) => other.psi - one.psi),
    predictions: { psi: predictions?.psi ?? 0, level: predictions?.level ?? driftLevel(0) },
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
