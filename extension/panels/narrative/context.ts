import type { NarrativeModel } from '../../models/narrative.ts';
import type { PanelView } from '../shared/panel-view.ts';

/** What every part of the panel may need. */
export interface PanelContext extends PanelView {
  readonly model: NarrativeModel;
}

export const TITLE = 'Summary';
export const THINGS = 'The summary';
