import { ApiError } from '../api/api-error.ts';
import type { ApiClient } from '../api/client.ts';
import { fanRings } from './fan-rings.ts';
import type { RingsData } from './rings-data.ts';

/** Everything the rings say about a fan. */
export async function loadFanRings(
  api: Pick<ApiClient, 'score' | 'history' | 'fan'>,
  wonderId: string,
  aborted: AbortSignal,
): Promise<RingsData> {
  const [record, history, profile] = await Promise.all([
    api.score(wonderId, aborted),
    api.history(wonderId, aborted).catch(orNothing),
    api.fan(wonderId, aborted).catch(orNothing),
  ]);
  return fanRings({ record, history, profile });
}

/** The past and the name go beside the score: without them it is still worth showing. */
function orNothing(error: unknown): null {
  if (error instanceof ApiError) return null;
  throw error;
}
