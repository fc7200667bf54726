import type { Signal } from '@preact/signals';
import type { FanListModel } from '../models/fan-list.ts';
import type { PreviewDashboard } from '../models/preview-dashboard.ts';
import type { PreviewFactsModel } from '../models/preview-facts.ts';
import type { Format } from '../ui/format.ts';
import type { PanelSize } from './sizes.ts';

/** What every part of the preview may need. */
export interface PreviewContext {
  readonly dashboard: PreviewDashboard;
  readonly facts: PreviewFactsModel;
  readonly fans: FanListModel;
  readonly format: Format;
  /** The segment whose fans are listed; null for all. */
  readonly segment: Signal<string | null>;
  /** One panel's stem, or the dashboard of all. */
  readonly view: Signal<string>;
  /** Of the panel, where one is shown by itself. */
  readonly size: Signal<PanelSize>;
}
