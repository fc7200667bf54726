import type { RingMotion } from '../../chart/ring.tsx';
import type { HostState } from '../../host/dashboard-host.ts';
import type { ScoreRingsModel } from '../../models/score-rings.ts';
import type { Format } from '../../ui/format.ts';
import type { PanelTools } from './panel-tools.ts';

/** What every part of the panel may need. */
export interface PanelContext {
  readonly model: ScoreRingsModel;
  readonly host: HostState;
  readonly format: Format;
  readonly motion: RingMotion;
  readonly tools: PanelTools;
  /** On the clock that the model's answers are dated by. */
  readonly now: number;
}

export const TITLE = 'WonderScore';
