import type { JSX } from 'preact';
import { Bone } from './bone.tsx';

export interface RowBonesProps {
  /** Of what stands in each column. */
  readonly widths: readonly string[];
  /** Of a row, in pixels. */
  readonly height: number;
}

const ROWS = Array.from({ length: 24 }, (_, row) => row);

/** The rows of a list to come, as many as have room. */
export function RowBones({ widths, height }: RowBonesProps): JSX.Element {
  return (
    <ul class="row-bones" aria-hidden="true">
      {ROWS.map((row) => (
        <li key={row} style={{ height: `${height}px` }}>
          {widths.map((width, column) => (
            <Bone key={column} width={width} height="10px" />
          ))}
        </li>
      ))}
    </ul>
  );
}
