import type { ReadonlySignal } from '@preact/signals';
import type { Filters, SegmentList } from '../../server/contract/index.ts';
import type { ApiClient } from '../api/client.ts';
import type { DemoViewer } from '../host/dashboard-host.ts';
import { createLoader, type Loader, type LoadState } from './loader.ts';
import type { Timers } from './timers.ts';

/** What the mock dashboard's own worksheets and filter controls show. */
export interface PreviewFacts {
  readonly filters: Filters;
  readonly segments: SegmentList;
}

export interface PreviewFactsModel extends Loader<DemoViewer | null> {
  readonly state: ReadonlySignal<LoadState<PreviewFacts>>;
}

export interface PreviewFactsDeps {
  readonly api: Pick<ApiClient, 'filters' | 'segments'>;
  readonly timers: Timers;
}

export function createPreviewFacts({ api, timers }: PreviewFactsDeps): PreviewFactsModel {
  return createLoader<DemoViewer | null, PreviewFacts>({
    load: async (_viewer, aborted) => {
      const [filters, segments] = await Promise.all([api.filters(aborted), api.segments(aborted)]);
      return { filters, segments };
    },
    keyOf: (viewer) => JSON.stringify(viewer),
    timers,
  });
}
