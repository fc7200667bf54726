import type { SegmentsModel } from '../../models/segments.ts';
import type { PanelView } from '../shared/panel-view.ts';

/** What every part of the panel may need. */
export interface PanelContext extends PanelView {
  readonly model: SegmentsModel;
}

export const TITLE = 'Segments';
export const THINGS = 'Segments';
