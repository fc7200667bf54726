import { WonderError } from '../domain/errors.ts';
import type { ModelFigures } from '../domain/learning/training-job.ts';
import type { ModelKind } from '../domain/model-kinds.ts';
import type { TreeModel } from '../domain/trees/model.ts';
import type { BindValue, WarehouseRow } from '../ports/warehouse.ts';
import { analyticsTable, type RunDeps, sqlTimestamp } from './run-deps.ts';
import { type TrainingRecord, toTrainingRecord, toTrees } from './training-records.ts';

/** A model in use. */
export interface PublishedModel extends TrainingRecord {
  readonly figures: ModelFigures;
  readonly model: TreeModel;
}

export interface NewTraining
  extends Omit<TrainingRecord, 'trainedAt' | 'published' | 'publishedAt' | 'treesKept'> {
  readonly model: TreeModel | null;
}

/** Trees of models that were never in use and are older than the newest so many are forgotten. */
const KEPT_MODELS = 12;

const COLUMNS = `version, kind, trained_at, run_id, snapshot_date, data_cut_off, seed, published, published_at,
  refused_because, figures, model is not null as has_trees`;

type Deps = Pick<RunDeps, 'warehouse' | 'project' | 'clock'>;

/** What is written down about models: ml_models. */
export class ModelRegistry {
  readonly #deps: Deps;
  readonly #table: string;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#table = analyticsTable(deps.project, 'ml_models');
  }

  /** Every training, newest first. */
  async list(): Promise<TrainingRecord[]> {
    const rows = await this.#rows(`select ${COLUMNS} from ${this.#table}
      order by trained_at desc nulls last, version asc nulls last`);
    return rows.map(toTrainingRecord);
  }

  /** The model in use. Throws `bad_model` where it cannot be read. */
  async findPublished(kind: ModelKind): Promise<PublishedModel | undefined> {
    const [row] = await this.#rows(
      `select ${COLUMNS}, model from ${this.#table} where published and kind = ?
        order by published_at desc nulls last limit 1`,
      [kind],
    );
    if (row === undefined) return undefined;
    const record = toTrainingRecord(row);
    if (record.figures === null) {
      throw new WonderError('bad_model', { detail: 'The published model has no figures.' });
    }
    const model = toTrees(row);
    if (model === null) {
      throw new WonderError('bad_model', { detail: 'The published model has no trees.' });
    }
    return { ...record, figures: record.figures, model };
  }

  /** The day of the newest training of a kind, whatever became of it; null: never. */
  async lastCutOff(kind: ModelKind): Promise<string | null> {
    const [row] = await this.#rows(
      `select max(data_cut_off) as last_day from ${this.#table} where kind = ?`,
      [kind],
    );
    return row?.last_day == null ? null : String(row.last_day);
  }

  /** Writes a training down in place of an earlier one of the same version. Nobody uses its model yet. */
  async add(training: NewTraining): Promise<void> {
    const { figures, model } = training;
    await this.#run(`delete from ${this.#table} where version = ? and not published`, [
      training.version,
    ]);
    await this.#run(
      `insert into ${this.#table} (version, kind, trained_at, run_id, snapshot_date, data_cut_off, seed, published,
          refused_because, figures, model)
        select ?, ?, cast(? as timestamp), ?, cast(? as date), cast(? as date), ?, false, ?, ?, ?`,
      [
        training.version,
        training.kind,
        sqlTimestamp(this.#deps.clock.now()),
        training.runId,
        training.snapshotDate,
        training.dataCutOff,
        training.seed,
        training.refusedBecause,
        figures === null ? null : JSON.stringify(figures),
        model === null ? null : JSON.stringify(model),
      ],
    );
    await this.#forgetOld(training.kind);
  }

  /** A training by its version. Throws `not_found`. */
  async find(version: string): Promise<TrainingRecord> {
    const [row] = await this.#rows(`select ${COLUMNS} from ${this.#table} where version = ?`, [
      version,
    ]);
    if (row !== undefined) return toTrainingRecord(row);
    throw new WonderError('not_found', { detail: `There is no model ${version}.` });
  }

  /**
   * Puts a model in use instead of the one that is, and answers its kind and the version it replaced (null:
   * none, or itself). Throws `not_found`; `conflict` where its trees are not kept.
   */
  async publish(version: string): Promise<{ kind: ModelKind; replaced: string | null }> {
    const { kind, published, treesKept } = await this.find(version);
    if (published) return { kind, replaced: null };
    if (!treesKept) {
      throw new WonderError('conflict', { detail: `The trees of ${version} are not kept.` });
    }
    const now = sqlTimestamp(this.#deps.clock.now());
    const [replaced] = await this.#rows(
      `select version from ${this.#table} where published and kind = ?`,
      [kind],
    );
    await this.#deps.warehouse.transaction(async (session) => {
      await session.execute({
        sql: `update ${this.#table} set published = false where published and kind = ?`,
        binds: [kind],
      });
      await session.execute({
        sql: `update ${this.#table} set published = true, published_at = cast(? as timestamp) where version = ?`,
        binds: [now, version],
      });
    });
    return { kind, replaced: replaced === undefined ? null : String(replaced.version) };
  }

  async #forgetOld(kind: ModelKind): Promise<void> {
    await this.#run(
      `update ${this.#table} set model = null
        where kind = ? and model is not null and published_at is null and version not in (
          select version from ${this.#table} where kind = ?
          order by trained_at desc nulls last, version asc nulls last limit ${KEPT_MODELS}
        )`,
      [kind, kind],
    );
  }

  async #rows(sql: string, binds: readonly BindValue[] = []): Promise<WarehouseRow[]> {
    return await this.#deps.warehouse.query({ sql, binds });
  }

  async #run(sql: string, binds: readonly BindValue[]): Promise<void> {
    await this.#deps.warehouse.execute({ sql, binds });
  }
}
