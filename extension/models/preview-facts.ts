import type { ReadonlySignal } from '@preact/signals';
import type { Filters, SegmentList } from '../../server/contract/index.ts';
import type { ApiClient } from '../api/client.ts';
import type { DemoViewer, FilterField, HostFilters } from '../host/dashboard-host.ts';
import { createLoader, type Loader, type LoadState } from './loader.ts';
import type { Timers } from './timers.ts';

/** What the mock dashboard's own worksheets and filter controls show. */
export interface PreviewFacts {
  /** What the filter controls offer, whatever is filtered. */
  readonly filters: Filters;
  /** Counts of those who meet the filters; a worksheet that is a filter itself keeps all its bars. */
  readonly tiers: Filters['tiers'];
  readonly sports: Filters['sports'];
  readonly segments: SegmentList;
}

export interface FactsQuestion {
  readonly viewer: DemoViewer | null;
  readonly filters: HostFilters;
}

export interface PreviewFactsModel extends Loader<FactsQuestion> {
  readonly state: ReadonlySignal<LoadState<PreviewFacts>>;
}

export interface PreviewFactsDeps {
  readonly api: Pick<ApiClient, 'filters' | 'segments' | 'cohort'>;
  readonly timers: Timers;
}

export function createPreviewFacts({ api, timers }: PreviewFactsDeps): PreviewFactsModel {
  return createLoader<FactsQuestion, PreviewFacts>({
    load: async ({ filters: set }, aborted) => {
      const [filters, segments] = await Promise.all([
        api.filters(aborted),
        api.segments(set, aborted),
      ]);
      const counted = async (field: FilterField, options: Filters['tiers']) => {
        const { [field]: _own, ...others } = set;
        if (Object.keys(others).length === 0) return options;
        return Promise.all(
          options.map(async ({ value }) => {
            const { fans } = await api.cohort({ ...others, [field]: value }, aborted);
            return { value, fans };
          }),
        );
      };
      const [tiers, sports] = await Promise.all([
        counted('tier', filters.tiers),
        counted('sport', filters.sports),
      ]);
      return { filters, tiers, sports, segments };
    },
    keyOf: (question) => JSON.stringify(question),
    timers,
  });
}
