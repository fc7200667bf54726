import { listDifferences, RESULT_FILES } from './compare.ts';
import type { Landing } from './landing-folder.ts';
import { type OracleResult, scoreLanding } from './oracle.ts';
import type { ProductPath, ProductResult } from './product-path.ts';

/** Every difference between the product and the oracle as of a day, for rows loaded before. */
export async function judgeProduct(
  product: ProductPath,
  landing: Landing,
  scoreDate: string,
): Promise<string[]> {
  const expected = scoreLanding(landing, scoreDate);
  const actual = await product.score(scoreDate);
  const files = (['daily', 'extended', 'segments'] as const).flatMap((file) => {
    const rule = { ...RESULT_FILES[file], tolerance: 0 };
    const found = listDifferences(expected[file], actual[file], rule);
    const order = (rows: OracleResult[typeof file]) => rows.map((row) => row.wonder_id).join('\n');
    if (found.length === 0 && order(expected[file]) !== order(actual[file])) {
      found.push('the rows are in another order');
    }
    return found.map((difference) => `${file}: ${difference}`);
  });
  return [...files, ...compareQuality(expected, actual)];
}

function compareQuality(expected: OracleResult, actual: ProductResult): string[] {
  const rows = new Map(actual.quality.map((row) => [row.source_table, row]));
  const differences: string[] = [];
  for (const [table, counts] of expected.quality) {
    const row = rows.get(table);
    const pairs = [
      ['rows_read', counts.rows],
      ['duplicates', counts.duplicates],
      ['out_of_range', counts.out_of_range],
      ['unknown_fan', counts.unknown_fan],
      ['no_date', counts.no_date],
      ['after_as_of', counts.after_D],
      ['missing_key', counts.missing_key],
    ] as const;
    for (const [column, count] of pairs) {
      const got = row?.[column] ?? 0;
      if (got !== count) differences.push(`quality: ${table}: ${column} is ${got}, not ${count}`);
    }
  }
  return differences;
}
