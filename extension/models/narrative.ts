import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type {
  InsightFeedback,
  InsightItem,
  InsightList,
  Meta,
  Narrative,
} from '../../server/contract/index.ts';
import type { NarrativeClient } from '../api/narrative-client.ts';
import type { Session } from '../api/session.ts';
import {
  type DashboardHost,
  FILTER_FIELDS,
  type FilterField,
  type HostFilters,
} from '../host/dashboard-host.ts';
import { followHost } from './follow-host.ts';
import { createLoader, type LoadState } from './loader.ts';
import type { Timers } from './timers.ts';

/** The text of a department and its insights; null where only they did not load. */
export interface Told {
  readonly narrative: Narrative;
  readonly insights: InsightList | null;
  readonly meta: Meta;
}

/** How giving a verdict went. */
export type Given = InsightFeedback['verdict'] | 'giving' | 'failed';

export interface NarrativeModel {
  readonly told: ReadonlySignal<LoadState<Told>>;
  readonly filters: ReadonlySignal<HostFilters>;
  /** The dashboard shows some fans only, or one: the text is of all of its department. */
  readonly isNarrowed: ReadonlySignal<boolean>;
  readonly asTable: Signal<boolean>;
  /** The insight whose evidence is open. */
  readonly opened: Signal<string | null>;
  /** The sentence that is shown first. */
  readonly first: Signal<number>;
  readonly given: ReadonlySignal<ReadonlyMap<string, Given>>;
  readonly give: (insightId: string, feedback: InsightFeedback) => void;
  /** Narrows the dashboard to the fans an insight is about. */
  readonly narrow: (insight: InsightItem) => void;
  readonly retry: () => void;
  readonly signIn: () => void;
  readonly stop: () => void;
}

export interface NarrativeDeps {
  readonly host: DashboardHost;
  readonly api: NarrativeClient;
  readonly session: Session;
  readonly timers: Timers;
  /** The viewer's, where the dashboard does not say. */
  readonly locale: string;
}

interface Asked {
  readonly department: string | null;
  readonly locale: string;
  readonly viewer: string;
}

const COLUMNS: Readonly<Record<FilterField, string>> = {
  sport: 'primary_sport',
  affiliation: 'primary_affiliation',
  loyalty_tier: 'loyalty_tier',
  tier: 'wonder_score_tier',
};

/** The dashboard's filters that say which fans an insight is about; empty: all of its department. */
export function filtersOf(insight: InsightItem): readonly (readonly [FilterField, string])[] {
  return FILTER_FIELDS.flatMap((field) => {
    const value = insight.evidence.filters[COLUMNS[field]];
    return typeof value === 'string' ? [[field, value] as const] : [];
  });
}

/** The insights that say something of the fans a dashboard shows, in their order. */
export function insightsAbout(
  items: readonly InsightItem[],
  filters: HostFilters,
): readonly InsightItem[] {
  return items.filter((item) =>
    filtersOf(item).every(([field, value]) => (filters[field] ?? value) === value),
  );
}

export function createNarrative(deps: NarrativeDeps): NarrativeModel {
  const { host, api, session, timers } = deps;
  const filters = signal<HostFilters>({});
  const isNarrowed = signal(false);
  const first = signal(0);
  const opened = signal<string | null>(null);
  const given = signal<ReadonlyMap<string, Given>>(new Map());
  const told = createLoader<Asked, Told>({
    load: (asked, aborted) => load(api, asked, aborted),
    keyOf: (asked) => JSON.stringify(asked),
    timers,
  });
  const note = (id: string, state: Given): void => {
    given.value = new Map([...given.peek(), [id, state]]);
  };
  const unfollow = followHost({
    host,
    timers,
    ask: (audience) => {
      filters.value = audience.filters;
      const { settings, locale, selection } = host.state();
      isNarrowed.value = Object.keys(audience.filters).length > 0 || selection.length > 0;
      told.show({
        department: settings.department,
        locale: (locale ?? deps.locale).replaceAll('_', '-'),
        viewer: JSON.stringify(audience.viewer),
      });
    },
    refresh: told.reload,
  });
  return {
    told: told.state,
    filters,
    isNarrowed,
    asTable: signal(false),
    opened,
    first,
    given,
    give: (id, feedback) => {
      note(id, 'giving');
      api.feedback(id, feedback).then(
        () => note(id, feedback.verdict),
        () => note(id, 'failed'),
      );
    },
    narrow: (insight) => {
      for (const [field, value] of filtersOf(insight)) host.applyFilter(field, value);
    },
    retry: told.reload,
    signIn: () => void session.signIn().then(told.reload),
    stop: () => {
      unfollow();
      told.stop();
    },
  };
}

async function load(
  api: NarrativeClient,
  { department, locale }: Asked,
  aborted: AbortSignal,
): Promise<Told> {
  if (department === null) {
    // Whose text it is follows from who asks, and only the service knows that.
    const insights = await api.insights({ department, locale }, aborted);
    const own = { department: insights.department, locale };
    const narrative = await api.narrative(own, aborted);
    return { narrative, insights, meta: narrative.meta };
  }
  const [narrative, insights] = await Promise.all([
    api.narrative({ department, locale }, aborted),
    api.insights({ department, locale }, aborted).catch(() => null),
  ]);
  return { narrative, insights, meta: narrative.meta };
}
