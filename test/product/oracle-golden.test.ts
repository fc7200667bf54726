import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { listDifferences, RESULT_FILES } from '../support/oracle/compare.ts';
import { parseCsv } from '../support/oracle/csv.ts';
import { readLanding } from '../support/oracle/landing-folder.ts';
import { scoreLanding } from '../support/oracle/oracle.ts';

const manifestSchema = z.object({
  as_of: z.string(),
  scored_fans: z.number(),
  segments: z.record(z.string(), z.number()),
  tables: z.record(z.string(), z.record(z.string(), z.number())),
});

// The oracle judges the SQL on data nobody has computed by hand, so it is itself held against data
// that somebody else computed.
describe.each(['tiny', 'small'])('the oracle on golden/%s', (name) => {
  const folder = join(import.meta.dirname, '../golden/data', name);
  const manifest = manifestSchema.parse(
    JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')),
  );
  const result = scoreLanding(readLanding(folder), manifest.as_of);

  it.each(['daily', 'extended', 'segments'] as const)('gives expected_%s', (file) => {
    const expected = parseCsv(readFileSync(join(folder, `expected_${file}.csv`), 'utf8'));
    const rule = { ...RESULT_FILES[file], tolerance: 0 };
    expect(listDifferences(expected, result[file], rule)).toEqual([]);
    expect(result[file].map((row) => row.wonder_id)).toEqual(expected.map((row) => row.wonder_id));
  });

  it('gives the counts of the manifest', () => {
    expect(result.daily).toHaveLength(manifest.scored_fans);
    const sizes: Record<string, number> = {};
    for (const { segment } of result.segments) {
      if (segment) sizes[segment] = (sizes[segment] ?? 0) + 1;
    }
    expect(sizes).toEqual(manifest.segments);
    for (const [table, counts] of Object.entries(manifest.tables)) {
      expect({ table, ...Object.fromEntries(result.quality)[table] }).toMatchObject({
        table,
        ...counts,
      });
    }
  });
});
