import { dropDuplicates } from './duplicates.ts';
import type { Landing } from './landing-folder.ts';
import { TABLE_NAMES, type TableName } from './tables.ts';

export type CountedTable = Extract<TableName, `fact_${string}`>;

type Count = 'duplicates' | 'out_of_range' | 'unknown_fan' | 'no_date' | 'after_D' | 'missing_key';

export type TableCounts = Readonly<Record<Count, number>> & { readonly rows: number };

const SURROGATE_KEYS = {
  dim_event: 'event_sk',
  dim_product: 'product_sk',
  dim_campaign: 'campaign_sk',
} as const;

/** What the run has to report of every table. */
export class QualityCounter {
  private readonly counts = new Map<TableName, Record<Count, number>>();

  constructor(private readonly landing: Landing) {}

  add(table: TableName, count: Count, rows: number): void {
    const counts = this.counts.get(table) ?? emptyCounts();
    counts[count] += rows;
    this.counts.set(table, counts);
  }

  countDimensions(): void {
    for (const table of ['dim_event', 'dim_product', 'dim_campaign'] as const) {
      const rows = this.landing[table].map((row) => {
        const cell = row[SURROGATE_KEYS[table]] ?? null;
        return { sk: cell === null ? null : Number(cell) };
      });
      const kept = dropDuplicates(rows, (row) => (row.sk === null ? null : String(row.sk)));
      this.add(table, 'duplicates', rows.length - kept.length);
    }
  }

  report(): ReadonlyMap<TableName, TableCounts> {
    return new Map(
      TABLE_NAMES.map((table) => [
        table,
        { rows: this.landing[table].length, ...(this.counts.get(table) ?? emptyCounts()) },
      ]),
    );
  }
}

function emptyCounts(): Record<Count, number> {
  return { duplicates: 0, out_of_range: 0, unknown_fan: 0, no_date: 0, after_D: 0, missing_key: 0 };
}
