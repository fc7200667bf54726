import type { ModelList } from '../../../server/contract/index.ts';

type Model = ModelList['items'][number];

/** Those in use before all others: an earlier one that was put in use again is not left out of a short list. */
export function usedFirst(models: readonly Model[]): readonly Model[] {
  return [...models].sort((one, other) => Number(other.published) - Number(one.published));
}
