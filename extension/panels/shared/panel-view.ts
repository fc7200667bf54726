import type { HostState } from '../../host/dashboard-host.ts';
import type { Format } from '../../ui/format.ts';
import type { Motion } from '../../ui/motion.ts';
import type { PanelTools } from './panel-tools.ts';

/** What every part of every panel may need, each time it is drawn. */
export interface PanelView {
  readonly host: HostState;
  /** Lifts the dashboard's filters. */
  readonly clearFilters: () => void;
  readonly format: Format;
  readonly motion: Motion;
  readonly tools: PanelTools;
  /** On the clock that the models' answers are dated by. */
  readonly now: number;
}
