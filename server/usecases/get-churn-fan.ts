import { listChurnFans } from './list-churn-fans.ts';
import { noSuchFan, type ReadContext, type ReadDeps } from './read-context.ts';

/** One fan's risk, with its reasons. Rejects with `not_found`. */
export async function getChurnFan(
  deps: ReadDeps,
  input: ReadContext & { readonly wonderId: string },
) {
  const filter = { wonder_id: input.wonderId, min_risk: 0 };
  const { items } = await listChurnFans(deps, { ...input, filter, sort: 'churn_risk', limit: 1 });
  const [fan] = items;
  if (fan === undefined) throw noSuchFan();
  return fan;
}
