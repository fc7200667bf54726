import type { ModelQuality } from '../../../server/contract/index.ts';
import type { Format } from '../../ui/format.ts';

type Named = Pick<ModelQuality, 'kind' | 'data_cut_off'>;

export function kindName(kind: Named['kind']): string {
  return kind === 'churn' ? 'Churn' : 'Lifetime value';
}

/** By the last day it has seen, as its version is. */
export function modelName({ kind, data_cut_off }: Named, format: Format): string {
  return `${kindName(kind)} of ${format.day(data_cut_off)}`;
}
