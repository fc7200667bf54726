import type { ComponentChildren, JSX } from 'preact';
import { Icon } from './icon.tsx';

export interface BannerProps {
  readonly children: ComponentChildren;
  readonly action?: ComponentChildren;
}

/** One line across the panel: what is shown is not the newest, and why. */
export function Banner({ children, action }: BannerProps): JSX.Element {
  return (
    <div class="banner">
      <Icon name="clock" />
      <p>{children}</p>
      {action}
    </div>
  );
}
