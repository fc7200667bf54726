import type { JSX } from 'preact';
import { Bone } from '../../ui/bone.tsx';
import { RowBones } from '../../ui/row-bones.tsx';

const COLUMNS = ['104px', '28px', '32px', '128px', '48px'];

/** The list's shape until it is there. */
export function ListBones(): JSX.Element {
  return (
    <div class="list-part" aria-hidden="true">
      <div class="list">
        <div class="part-head">
          <Bone width="160px" height="10px" />
        </div>
        <RowBones widths={COLUMNS} height={48} />
      </div>
    </div>
  );
}
