import type { JSX } from 'preact';
import { Bone } from '../../ui/bone.tsx';
import { Frame } from '../../ui/frame.tsx';
import { TITLE } from './context.ts';

const BARS = [38, 62, 84, 100, 92, 74, 52, 34, 20, 10];

/** The shape of what is to come, in the places where it will be. */
export function Loading(): JSX.Element {
  return (
    <Frame
      title={TITLE}
      context={null}
      busy
      news="Loading churn risk"
      footer={<span>Loading churn risk</span>}
    >
      <div class="churn skeleton" aria-hidden="true">
        <ul class="figures">
          {['at', 'elite', 'value', 'contact'].map((figure) => (
            <li key={figure} class={`figure figure-of-${figure}`}>
              <Bone width="56px" height="10px" />
              <span class="figure-value">
                <Bone width="72px" height="22px" />
              </span>
            </li>
          ))}
        </ul>
        <div class="risk-part">
          <div class="histogram">
            <div class="histogram-bones">
              {BARS.map((height) => (
                <Bone key={height} width="100%" height={`${height}%`} />
              ))}
            </div>
          </div>
        </div>
      </div>
    </Frame>
  );
}
