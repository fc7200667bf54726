import type { JSX } from 'preact';

export interface BoneProps {
  readonly width: string;
  readonly height: string;
}

/** Where something will be, in the shape it will have. */
export function Bone({ width, height }: BoneProps): JSX.Element {
  return <span class="bone" style={{ width, height }} />;
}
