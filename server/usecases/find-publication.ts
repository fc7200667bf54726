import { type PublishedRun, toRun } from './published-run.ts';
import type { QueryRunner } from './query-runner.ts';

/** What is published now. The version changes whenever any day is published, replaced or dropped. */
export interface Publication {
  readonly version: string;
  readonly latest: PublishedRun | undefined;
}

interface Deps {
  readonly queries: QueryRunner;
}

/** The published run of the newest day. */
export async function findPublication({ queries }: Deps, signal?: AbortSignal) {
  const [row] = await queries.rows('latest_run', {
    binds: [],
    ...(signal === undefined ? {} : { signal }),
  });
  const publication: Publication =
    row === undefined
      ? { version: 'none', latest: undefined }
      : {
          version: [row.run_id, row.ever_published, row.now_published].join(' '),
          latest: toRun(row),
        };
  return publication;
}
