import type { ModelList } from '../../../server/contract/index.ts';
import type { Format } from '../../ui/format.ts';
import { kindName } from './model-words.ts';

/** By the last day it has seen, as its version is. */
export function modelName(
  { kind, data_cut_off }: ModelList['items'][number],
  format: Format,
): string {
  return `${kindName(kind)} of ${format.day(data_cut_off)}`;
}
