import type { JSX } from 'preact';
import { Icon } from './icon.tsx';

export interface AgreementProps {
  readonly agrees: boolean;
  /** What the worksheet shows, written. */
  readonly worksheet: string;
}

/** Whether the dashboard's own worksheet has the same figure. */
export function AgreementTick({ agrees, worksheet }: AgreementProps): JSX.Element {
  return (
    <span class={agrees ? 'foot-agreement' : 'foot-agreement foot-warn'}>
      {agrees ? <Icon name="check" /> : null}
      {agrees ? 'Worksheet agrees' : `Worksheet shows ${worksheet}`}
    </span>
  );
}
