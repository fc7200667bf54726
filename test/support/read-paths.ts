import { z } from 'zod';
import { PATHS } from '../../server/contract/index.ts';

/** Open for as long as a run goes on. */
const STREAMS: readonly string[] = [PATHS.runEvents];
const openapiSchema = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

/** Every GET that a service describes, with something for each parameter. */
export async function readPaths(
  url: string,
  { wonderId, runId }: { readonly wonderId: string; readonly runId: string },
): Promise<string[]> {
  const answer = await fetch(url + PATHS.openapi);
  const { paths } = openapiSchema.parse(await answer.json());
  const gets = Object.keys(paths).filter((path) => paths[path]?.get !== undefined);
  return gets
    .filter((path) => !STREAMS.includes(path))
    .map((path) =>
      path
        .replace('{wonder_id}', wonderId)
        .replace('segments/{name}', 'segments/elite')
        .replace('{department}', 'marketing')
        .replace('{panel}', 'score-rings')
        .replace('runs/{id}', `runs/${runId}`)
        .replace('{id}', 'nothing'),
    );
}
