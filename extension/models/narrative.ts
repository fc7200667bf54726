import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
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
import { askedLocale } from './asked-locale.ts';
import { followHost } from './follow-host.ts';
import { createLoader, type LoadState } from './loader.ts';
import type { Timers } from './timers.ts';

/** The text of a department and its insights; null where only they did not load. */
export interface Told {
  readonly narrative: Narrative;
  readonly insights: InsightList | null;
  readonly meta: Meta;
}

/** How giving a verdict goes, and, once it is kept, how taking it back does. */
export type Given = 'giving' | 'failed' | 'kept' | 'undoing' | 'not_undone';

/** The last verdict of the reader. */
export interface Verdict {
  readonly insight: InsightItem;
  readonly verdict: InsightFeedback['verdict'];
  readonly given: Given;
}

export interface NarrativeModel {
  readonly told: ReadonlySignal<LoadState<Told>>;
  /** Of the fans the dashboard shows, without what the reader just put away. */
  readonly insights: ReadonlySignal<readonly InsightItem[]>;
  /** Of the whole department, these others too. */
  readonly total: ReadonlySignal<number>;
  /** The dashboard shows some fans only, or one: the text is of all of its department. */
  readonly isNarrowed: ReadonlySignal<boolean>;
  readonly asTable: Signal<boolean>;
  /** The insight whose evidence is open. */
  readonly opened: Signal<string | null>;
  /** The sentence that is shown first. */
  readonly first: Signal<number>;
  /** All insights take the place of the text. */
  readonly listed: Signal<boolean>;
  /** Null once the reader has seen that it was kept. */
  readonly verdict: ReadonlySignal<Verdict | null>;
  /** What is kept closes its evidence; what is wrong or known leaves the list too. */
  readonly give: (insight: InsightItem, feedback: InsightFeedback) => void;
  /** Brings back what the last verdict put away. */
  readonly undo: () => void;
  readonly seen: () => void;
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
  const verdict = signal<Verdict | null>(null);
  const dismissed = signal<ReadonlySet<string>>(new Set());
  const told = createLoader<Asked, Told>({
    load: (asked, aborted) => load(api, asked, aborted),
    keyOf: (asked) => JSON.stringify(asked),
    timers,
  });
  const listing = computed(() =>
    told.state.value.kind === 'ready' ? told.state.value.data.insights : null,
  );
  const standing = computed(() =>
    (listing.value?.items ?? []).filter((each) => !dismissed.value.has(each.insight_id)),
  );
  const putAway = (id: string, isAway: boolean): void => {
    const others = [...dismissed.peek()].filter((each) => each !== id);
    dismissed.value = new Set(isAway ? [...others, id] : others);
  };
  const unfollow = followHost({
    host,
    timers,
    ask: (audience) => {
      filters.value = audience.filters;
      const state = host.state();
      const { settings, selection } = state;
      isNarrowed.value = Object.keys(audience.filters).length > 0 || selection.length > 0;
      told.show({
        department: settings.department,
        locale: askedLocale(state, deps.locale),
        viewer: JSON.stringify(audience.viewer),
      });
    },
    refresh: told.reload,
  });
  return {
    told: told.state,
    insights: computed(() => insightsAbout(standing.value, filters.value)),
    // A day may have more insights than one answer holds.
    total: computed(() => {
      const { total, items } = listing.value ?? { total: 0, items: [] };
      return total - items.length + standing.value.length;
    }),
    isNarrowed,
    asTable: signal(false),
    opened,
    first,
    listed: signal(false),
    verdict,
    give: (insight, feedback) => {
      const said = { insight, verdict: feedback.verdict };
      verdict.value = { ...said, given: 'giving' };
      api.feedback(insight.insight_id, feedback).then(
        () => {
          putAway(insight.insight_id, feedback.verdict !== 'useful');
          opened.value = null;
          verdict.value = { ...said, given: 'kept' };
        },
        () => {
          verdict.value = { ...said, given: 'failed' };
        },
      );
    },
    undo: () => {
      const said = verdict.peek();
      if (said === null || said.given === 'undoing') return;
      verdict.value = { ...said, given: 'undoing' };
      // What is useful comes back: that is how the service takes a verdict back.
      api.feedback(said.insight.insight_id, { verdict: 'useful' }).then(
        () => {
          putAway(said.insight.insight_id, false);
          verdict.value = null;
          told.reload();
        },
        () => {
          verdict.value = { ...said, given: 'not_undone' };
        },
      );
    },
    seen: () => {
      verdict.value = null;
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
