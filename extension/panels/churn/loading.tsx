import type { JSX } from 'preact';
import { Bone } from '../../ui/bone.tsx';
import { Frame } from '../../ui/frame.tsx';
import { TITLE } from './context.ts';
import { ListBones } from './list-bones.tsx';

const DRIVERS = [100, 60, 24, 14, 8];
const BARS = [38, 52, 62, 74, 84, 94, 100, 97, 92, 84, 74, 63, 52, 42, 34, 26, 20, 14, 10, 6];

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
              <span class="figure-words">
                <Bone width="84px" height="10px" />
              </span>
            </li>
          ))}
        </ul>
        <div class="risk-part">
          <div class="part-head">
            <Bone width="128px" height="10px" />
          </div>
          <div class="histogram">
            <div class="histogram-bones">
              {BARS.map((height, bar) => (
                <Bone key={bar} width="100%" height={`${height}%`} />
              ))}
            </div>
          </div>
        </div>
        <div class="drivers-part">
          <Bone width="128px" height="10px" />
          <ol class="drivers">
            {DRIVERS.map((share) => (
              <li key={share} class="driver">
                <Bone width="84%" height="10px" />
                <span class="driver-bar">
                  <Bone width={`${share}%`} height="6px" />
                </span>
                <Bone width="100%" height="10px" />
                <span class="driver-text caption">
                  <Bone width="72%" height="10px" />
                </span>
              </li>
            ))}
          </ol>
        </div>
        <ListBones />
        <div class="quality-part">
          <Bone width="90%" height="10px" />
        </div>
        <div class="back-part">
          <Bone width="60%" height="10px" />
        </div>
      </div>
    </Frame>
  );
}
