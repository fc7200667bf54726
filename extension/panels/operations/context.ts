import type { OperationsModel } from '../../models/operations.ts';
import type { PanelView } from '../shared/panel-view.ts';

/** What every part of the panel may need. */
export interface PanelContext extends PanelView {
  readonly model: OperationsModel;
}

export const TITLE = 'Operations';
export const THINGS = 'Runs';
