import type { ScoreRingsModel } from '../../models/score-rings.ts';
import type { PanelView } from '../shared/panel-view.ts';

/** What every part of the panel may need. */
export interface PanelContext extends PanelView {
  readonly model: ScoreRingsModel;
}

export const TITLE = 'WonderScore';
export const THINGS = 'Scores';
export const FIND_LABEL = 'Find a fan by name or ID';
