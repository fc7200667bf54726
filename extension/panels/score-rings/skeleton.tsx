import type { JSX } from 'preact';
import { BASE_SCORES } from '../../models/scores.ts';
import { Bone } from '../../ui/bone.tsx';

/** The shape of what is to come, in the places where it will be. */
export function Skeleton(): JSX.Element {
  return (
    <div class="rings skeleton" aria-hidden="true">
      <div class="rings-score">
        <div class="rings-figure">
          <div class="rings-lead">
            <span class="hero">
              <Bone width="2.2em" height="0.7em" />
            </span>
          </div>
          <div class="rings-standing">
            <Bone width="96px" height="10px" />
          </div>
        </div>
        <div class="trend">
          <Bone width="100%" height="2px" />
        </div>
      </div>
      <ul class="rings-list">
        {BASE_SCORES.map((score) => (
          <li key={score}>
            <div class="ring">
              <span class="ring-art ring-bone" />
              <span class="ring-label">
                <Bone width="3.4em" height="8px" />
              </span>
            </div>
          </li>
        ))}
      </ul>
      <ul class="strip">
        {BASE_SCORES.map((score) => (
          <li key={score}>
            <div class="strip-cell">
              <span class="strip-name">
                <Bone width="64px" height="10px" />
              </span>
              <span class="strip-value">
                <Bone width="40px" height="14px" />
              </span>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
