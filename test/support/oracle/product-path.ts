import { createRandomIds } from '../../../server/adapters/system/random-ids.ts';
import type { WarehouseRow } from '../../../server/ports/warehouse.ts';
import { exportScores } from '../../../server/usecases/export-scores.ts';
import { loadLanding } from '../../../server/usecases/load-landing.ts';
import { analyticsTable, type RunDeps } from '../../../server/usecases/run-deps.ts';
import { runScoring } from '../../../server/usecases/run-scoring.ts';
import { makeFolder } from '../landing-folder.ts';
import { openLandingWarehouse } from '../landing-warehouse.ts';
import { quietLogger } from '../scored-warehouse.ts';
import { parseCsv, type Row } from './csv.ts';
import { type Landing, writeLanding } from './landing-folder.ts';

type ExportName = 'daily' | 'extended' | 'segments';

export interface ProductResult {
  readonly daily: readonly Row[];
  readonly extended: readonly Row[];
  readonly segments: readonly Row[];
  /** Rows of the mart of counts. */
  readonly quality: readonly WarehouseRow[];
}

/** The product as its commands use it: load a folder, score a day, export it. */
export class ProductPath {
  private constructor(
    private readonly deps: RunDeps,
    private readonly loader: Awaited<ReturnType<typeof openLandingWarehouse>>['loader'],
  ) {}

  static async open(): Promise<ProductPath> {
    const { warehouse, project, loader } = await openLandingWarehouse();
    const deps = {
      warehouse,
      project,
      clock: { now: () => Date.UTC(2026, 0, 1) },
      ids: createRandomIds(),
      logger: quietLogger,
      instance: 'oracle',
    };
    return new ProductPath(deps, loader);
  }

  /** Replaces all rows of the landing tables. */
  async load(landing: Landing): Promise<void> {
    const folder = await makeFolder();
    try {
      writeLanding(folder.path, landing);
      const input = { directory: folder.path, append: false, dryRun: false };
      await loadLanding({ loader: this.loader }, input);
    } finally {
      await folder.remove();
    }
  }

  async score(scoreDate: string): Promise<ProductResult> {
    const run = await runScoring(this.deps, { scoreDate, trigger: 'cli' });
    if (!run.published) throw new Error(`not published: ${run.refused_because ?? run.status}`);
    return {
      daily: await this.read('daily', scoreDate),
      extended: await this.read('extended', scoreDate),
      segments: await this.read('segments', scoreDate),
      quality: await this.deps.warehouse.query({
        sql: `select * from ${analyticsTable(this.deps.project, 'mart_data_quality')} where run_id = ?`,
        binds: [run.run_id],
      }),
    };
  }

  async close(): Promise<void> {
    await this.deps.warehouse.close();
  }

  private async read(what: ExportName, scoreDate: string): Promise<Row[]> {
    let text = '';
    for await (const piece of await exportScores(this.deps, { what, scoreDate }))
      text += piece.text;
    return parseCsv(text);
  }
}
