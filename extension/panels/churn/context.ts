import type { ChurnModel } from '../../models/churn.ts';
import type { PanelView } from '../shared/panel-view.ts';

/** What every part of the panel may need. */
export interface PanelContext extends PanelView {
  readonly model: ChurnModel;
}

export const TITLE = 'Churn';
export const THINGS = 'Churn risk';
