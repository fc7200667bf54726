import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { FanListItem, Filters, SegmentList } from '../../server/contract/index.ts';
import type { ChurnClient } from '../api/churn-client.ts';
import type { ApiClient, FanQuery } from '../api/client.ts';
import type { SegmentsClient } from '../api/segments-client.ts';
import type { Session } from '../api/session.ts';
import type { DashboardHost, HostFilters } from '../host/dashboard-host.ts';
import { askedLocale } from './asked-locale.ts';
import { createFanCard, type FanCard } from './fan-card.ts';
import { createFanChoice, type FanChoice } from './fan-choice.ts';
import { type Audience, followHost } from './follow-host.ts';
import { createLoader, type LoadState } from './loader.ts';
import { type NarrowDeps, narrowDashboard } from './narrow-dashboard.ts';
import { createPages, type Pages } from './pages.ts';
import { createMovers, type Movers } from './segment-movers.ts';
import type { Timers } from './timers.ts';

/** The segments, and whom they are of. */
export interface SegmentsData extends SegmentList {
  readonly filters: HostFilters;
}

export interface SegmentsModel {
  readonly list: ReadonlySignal<LoadState<SegmentsData>>;
  /** Whom the dashboard leaves. */
  readonly audience: ReadonlySignal<Audience>;
  /** The one whose fans are listed: who asked for none gets the first that has any. */
  readonly segment: ReadonlySignal<string>;
  /** Whether someone asked for it. */
  readonly chosen: ReadonlySignal<boolean>;
  /** In a panel with room for one thing: whether that is the fans. */
  readonly drilled: Signal<boolean>;
  readonly asTable: Signal<boolean>;
  readonly fans: Pages<FansQuestion, FanListItem>;
  readonly choice: FanChoice;
  readonly movers: Movers;
  readonly card: FanCard;
  /** Whether the card was opened in this panel, not by a selection of the dashboard. */
  readonly openedHere: ReadonlySignal<boolean>;
  /** Values that fans can be narrowed by; asked for when someone first wants to. */
  readonly options: ReadonlySignal<LoadState<Filters>>;
  readonly wantOptions: () => void;
  readonly choose: (segment: string) => void;
  readonly openFan: (wonderId: string | null) => void;
  /** Narrows the dashboard to the fans that are listed. Resolves with what could not be done, in words, or null. */
  readonly narrow: () => Promise<string | null>;
  /** The fans that the dashboard was narrowed to from here. */
  readonly narrowedTo: ReadonlySignal<readonly string[] | null>;
  /** Narrows the dashboard to one fan. */
  readonly showFan: (wonderId: string) => void;
  readonly saveSegment: (segment: string) => Promise<Blob>;
  readonly retry: () => void;
  readonly signIn: () => void;
  readonly clearFilters: () => void;
  readonly stop: () => void;
}

export interface FansQuestion extends Pick<Audience, 'viewer'> {
  readonly query: FanQuery;
  /** The list is of this run, or of a newer one. */
  readonly runId: string | null;
}

export interface SegmentsDeps {
  readonly host: DashboardHost;
  readonly api: ApiClient;
  readonly segments: SegmentsClient;
  readonly churn: ChurnClient;
  readonly session: Session;
  readonly timers: Timers;
  /** The browser's; a dashboard's own is before it. */
  readonly locale: string;
}

/** Days of history behind a sparkline. */
const DAYS = 28;
const FIRST_SEGMENT = 'elite';

export function createSegments(deps: SegmentsDeps): SegmentsModel {
  const { host, api, segments, churn, timers, session } = deps;
  const keyOf = (question: unknown): string => JSON.stringify(question);
  const audience = signal<Audience>({ filters: {}, viewer: null });
  const asked = signal<string | null>(null);
  const openedHere = signal(false);
  const drilled = signal(false);
  const list = createLoader<Audience, SegmentsData>({
    load: async ({ filters }, aborted) => ({
      ...(await segments.segments({ ...filters, days: DAYS }, aborted)),
      filters,
    }),
    keyOf,
    timers,
  });
  const options = createLoader<Audience['viewer'], Filters>({
    load: (_viewer, aborted) => api.filters(aborted),
    keyOf,
    timers,
  });
  const fans = createPages<FansQuestion, FanListItem>(({ query: asked }, place, aborted) =>
    api.fans({ ...asked, ...place }, aborted),
  );
  const choice = createFanChoice(timers);
  const movers = createMovers({ api: segments, timers });
  const card = createFanCard({
    api,
    churn,
    timers,
    locale: () => askedLocale(host.state(), deps.locale),
  });
  const runId = computed(() =>
    list.state.value.kind === 'ready' ? list.state.value.data.meta.run_id : null,
  );
  const segment = computed(() => asked.value ?? firstOf(list.state.value));
  const query = computed(() => ({
    ...choice.parameters.value,
    // What the dashboard has decided is not the panel's to widen.
    ...audience.value.filters,
    segment: segment.value,
  }));
  const narrowedTo = signal<readonly string[] | null>(null);
  const asking: NarrowDeps['host'] = {
    ...host,
    filterFans: (wonderIds) => {
      narrowedTo.value = wonderIds;
      host.filterFans(wonderIds);
    },
  };
  let selected: string | null = null;
  const stops = [
    followHost({
      host,
      timers,
      ask: (question) => {
        audience.value = question;
        list.show(question);
        const { selection } = host.state();
        const only = selection.length === 1 ? (selection[0] ?? null) : null;
        if (only !== selected) {
          openedHere.value = openedHere.peek() && only === card.fan.peek();
          card.open(only, question.viewer);
        }
        selected = only;
      },
      refresh: list.reload,
    }),
    effect(() => {
      const { viewer } = audience.value;
      fans.show({ query: query.value, viewer, runId: runId.value });
    }),
    effect(() => {
      if (runId.value === null) return;
      const { filters, viewer } = audience.value;
      const since = movers.since.value;
      movers.show({ segment: segment.value, since, filters, viewer, runId: runId.value });
    }),
    ...[list, options, fans, movers, card].map(({ stop }) => stop),
  ];
  return {
    list: list.state,
    audience,
    segment,
    chosen: computed(() => asked.value !== null),
    drilled,
    asTable: signal(false),
    fans,
    choice,
    movers,
    card,
    openedHere,
    options: options.state,
    wantOptions: () => options.show(audience.peek().viewer),
    choose: (name) => {
      asked.value = name;
      drilled.value = true;
      card.open(null, audience.peek().viewer);
    },
    openFan: (wonderId) => {
      openedHere.value = true;
      card.open(wonderId, audience.peek().viewer);
    },
    narrowedTo,
    narrow: () =>
      narrowDashboard({ host: asking, api }, { query: query.peek(), fans: fans.rows.peek() }),
    showFan: (wonderId) => {
      if (host.state().abilities.filterFans) host.filterFans([wonderId]);
      else host.selectFan(wonderId);
    },
    saveSegment: (name) => segments.segmentFile(name, new AbortController().signal),
    retry: list.reload,
    signIn: () => void session.signIn().then(list.reload),
    clearFilters: host.clearFilters,
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}

function firstOf(list: LoadState<SegmentsData>): string {
  const items = list.kind === 'ready' ? list.data.items : [];
  return items.find(({ fans }) => fans > 0)?.segment ?? FIRST_SEGMENT;
}
