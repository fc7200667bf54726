import type { JSX } from 'preact';
import { Bone } from '../../ui/bone.tsx';
import { Frame } from '../../ui/frame.tsx';
import { TITLE } from './context.ts';

const LINES = ['96%', '88%', '54%'] as const;

/** Sentences and cards to come. */
export function Loading(): JSX.Element {
  return (
    <Frame
      title={TITLE}
      context={null}
      busy={false}
      news="Loading the summary"
      footer={<span>Loading</span>}
    >
      <div class="narrative skeleton" data-cards="3" data-sentences="3">
        <div class="sentences">
          {LINES.map((width) => (
            <Bone key={width} width={width} height="12px" />
          ))}
        </div>
      </div>
    </Frame>
  );
}
