import type { ChurnData, ChurnModel } from '../../models/churn.ts';
import type { PanelView } from '../shared/panel-view.ts';

/** What every part of the panel may need. */
export interface PanelContext extends PanelView {
  readonly model: ChurnModel;
}

export const TITLE = 'Churn';
export const THINGS = 'Churn risk';

/** Whether the figures are of some members; what is said of a model, or of a day gone by, is about all. */
export function isNarrowed({ filters }: Pick<ChurnData, 'filters'>): boolean {
  return Object.keys(filters).length > 0;
}
