import type { JSX } from 'preact';
import { RowBones } from '../../ui/row-bones.tsx';

/** Pixels of a row of the fans' list. */
export const FAN_ROW = 32;

const COLUMNS = ['112px', '36px', '56px', '48px'];

/** The fans' list until it is there. */
export function FanBones(): JSX.Element {
  return <RowBones widths={COLUMNS} height={FAN_ROW} />;
}
