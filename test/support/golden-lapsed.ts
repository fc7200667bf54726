import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** Who lapsed within 90 days of 2024-12-01, by the independent implementation behind the golden data. */
export function goldenLapsed(): string[] {
  const file = readFileSync('test/golden/data/small/expected_churn_training.csv.gz');
  const lines = gunzipSync(file).toString('utf8').trim().split('\n').slice(1);
  return lines.filter((line) => line.endsWith(',1')).map((line) => line.split(',')[1] ?? '');
}
