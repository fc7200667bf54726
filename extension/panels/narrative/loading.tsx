import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { Bone } from '../../ui/bone.tsx';
import { useFit } from '../../ui/fit.ts';
import { Frame } from '../../ui/frame.tsx';
import { TITLE } from './context.ts';
import { detailsFor } from './details.ts';

const LINES = ['96%', '88%', '54%'] as const;
const CARDS = ['82%', '74%', '90%', '68%', '86%', '78%'] as const;

/** Sentences and cards to come. */
export function Loading(): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  useFit(box, detailsFor(CARDS.length));
  return (
    <Frame
      title={TITLE}
      context={null}
      busy={false}
      news="Loading the summary"
      footer={<span>Loading</span>}
    >
      <div class="narrative skeleton" ref={box} data-has-cards="true" aria-hidden="true">
        <div class="sentences">
          {LINES.map((width) => (
            <Bone key={width} width={width} height="12px" />
          ))}
        </div>
        <div class="aside">
          <ul class="insights">
            {CARDS.map((width) => (
              <li key={width} class="insight">
                <Bone width="72px" height="8px" />
                <Bone width={width} height="12px" />
                <span class="insight-text">
                  <Bone width="100%" height="10px" />
                  <Bone width="88%" height="10px" />
                  <Bone width="60%" height="10px" />
                </span>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Frame>
  );
}
