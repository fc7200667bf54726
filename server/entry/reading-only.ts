import { WonderError } from '../domain/errors.ts';
import type { Config } from './config.ts';

/** The settings of a service that only reads: no schedule, no extracts, and rules write every text. */
export function forReadingOnly(config: Config): Config {
  return {
    ...config,
    runs: { ...config.runs, schedule: undefined },
    tableau: undefined,
    writingModel: undefined,
  };
}

/** Refuses, before anything is done, what writes where the settings allow reading only. */
export function refuseWriting(config: Config): void {
  if (config.snowflake?.api !== 'sql-api') return;
  throw new WonderError('bad_settings', {
    detail:
      'This command writes, and the SQL API of Snowflake has no transactions: over it "wonder serve", "wonder models list" and "wonder export" of scores work.',
    problems: [{ field: 'SNOWFLAKE_API', message: 'is sql-api', allowed: 'driver' }],
  });
}
