import type { JSX } from 'preact';
import { Bone } from '../../ui/bone.tsx';
import { Frame } from '../../ui/frame.tsx';
import { TITLE } from './context.ts';
import { FanBones } from './fan-bones.tsx';

const NAMES = ['44px', '72px', '52px', '66px', '56px', '68px', '84px'];

/** The seven segments, and the fans of one of them where there is room. */
export function LoadingPanel(): JSX.Element {
  return (
    <Frame
      title={TITLE}
      context={null}
      busy
      news="Loading segments"
      footer={<span>Loading segments</span>}
    >
      <div class="segments skeleton" aria-hidden="true">
        <div class="segments-part">
          <ul class="segment-list">
            {NAMES.map((width) => (
              <li key={width}>
                <div class="segment">
                  <span class="segment-name">
                    <Bone width={width} height="10px" />
                  </span>
                  <span class="segment-rule">
                    <Bone width="64px" height="8px" />
                  </span>
                  <span class="segment-spark">
                    <Bone width="56px" height="2px" />
                  </span>
                  <span class="segment-count">
                    <Bone width="36px" height="10px" />
                  </span>
                </div>
              </li>
            ))}
          </ul>
        </div>
        <div class="fans-part">
          <div class="fans-head">
            <Bone width="200px" height="28px" />
            <span class="fans-actions">
              <Bone width="96px" height="28px" />
            </span>
          </div>
          <div class="identity">
            <Bone width="260px" height="10px" />
          </div>
          <FanBones />
        </div>
      </div>
    </Frame>
  );
}
