import type { JSX } from 'preact';
import { Bone } from '../../ui/bone.tsx';

const ROWS = [72, 64, 80, 68, 76, 60, 70, 66, 78, 62, 74, 69];

/** The list's shape until it is there. */
export function ListBones(): JSX.Element {
  return (
    <div class="list-part" aria-hidden="true">
      <div class="list list-bones">
        <Bone width="160px" height="10px" />
        {ROWS.map((width) => (
          <Bone key={width} width={`${width}%`} height="10px" />
        ))}
      </div>
    </div>
  );
}
