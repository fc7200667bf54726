import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ChurnFans, ChurnSummary } from '../../server/contract/index.ts';
import type { ChurnClient } from '../api/churn-client.ts';
import type { Session } from '../api/session.ts';
import type { DashboardHost, HostFilters } from '../host/dashboard-host.ts';
import { type Audience, followHost } from './follow-host.ts';
import { createLoader, type LoadState } from './loader.ts';
import { createPages, type Pages } from './pages.ts';
import type { RiskRange } from './risk-range.ts';
import type { Timers } from './timers.ts';

export type ChurnFan = ChurnFans['items'][number];

/** The figures, and whom they are of. */
export interface ChurnData extends ChurnSummary {
  readonly filters: HostFilters;
}

/** Fans whose risk lies in a range, from a run or a newer one. */
export interface ChurnQuestion extends Audience {
  readonly range: RiskRange;
  /** Only those who may be written to. */
  readonly contactable: boolean;
  readonly runId: string;
}

export interface ChurnModel {
  readonly summary: ReadonlySignal<LoadState<ChurnData>>;
  /** The risks that are listed. */
  readonly range: Signal<RiskRange>;
  readonly atRisk: RiskRange;
  /** Whether only those are listed who may be written to. */
  readonly contactable: Signal<boolean>;
  readonly fans: Pages<ChurnQuestion, ChurnFan>;
  /** What the list is sorted by, which depends on whether values are predicted. */
  readonly sortedBy: ReadonlySignal<ChurnFans['sorted_by']>;
  readonly asTable: Signal<boolean>;
  /** Whether the numbers behind the sentence about the model are shown. */
  readonly explained: Signal<boolean>;
  /** Every fan of the range, however many. */
  readonly allFans: () => Promise<readonly ChurnFan[]>;
  /** The fan of the list whose card is open. */
  readonly opened: ReadonlySignal<ChurnFan | null>;
  /** Opens the card of a listed fan and turns the dashboard to them; with null closes it, and lets the dashboard go. */
  readonly openFan: (wonderId: string | null) => void;
  readonly retry: () => void;
  readonly signIn: () => void;
  readonly clearFilters: () => void;
  readonly stop: () => void;
}

export interface ChurnDeps {
  readonly host: DashboardHost;
  readonly api: ChurnClient;
  readonly session: Session;
  readonly timers: Timers;
  /** What counts as at risk: what the panel is about until someone chooses otherwise. */
  readonly atRisk: RiskRange;
}

const PAGE = 500;

export function createChurn({ host, api, session, timers, atRisk }: ChurnDeps): ChurnModel {
  const audience = signal<Audience>({ filters: {}, viewer: null });
  const range = signal<RiskRange>(atRisk);
  const contactable = signal(false);
  const opened = signal<ChurnFan | null>(null);
  const sortedBy = signal<ChurnFans['sorted_by']>('value_at_risk');
  const summary = createLoader<Audience, ChurnData>({
    load: async ({ filters }, aborted) => ({
      ...(await api.churnSummary(filters, aborted)),
      filters,
    }),
    keyOf: (asked) => JSON.stringify(asked),
    timers,
  });
  const fans = createPages<ChurnQuestion, ChurnFan>(async (question, place, aborted) => {
    const page = await api.churnFans({ ...parametersOf(question), ...place }, aborted);
    sortedBy.value = page.sorted_by;
    return page;
  });
  const question = computed<ChurnQuestion | null>(() => {
    const state = summary.state.value;
    if (state.kind !== 'ready') return null;
    // The list is of those whom the figures beside it are of.
    const { filters, meta } = state.data;
    const chosen = { range: range.value, contactable: contactable.value };
    return { ...audience.value, filters, ...chosen, runId: meta.run_id };
  });
  const reader = computed(() =>
    JSON.stringify([question.value?.viewer, question.value?.filters, question.value?.runId]),
  );
  const stops = [
    followHost({
      host,
      timers,
      ask: (asked) => {
        audience.value = asked;
        // Who selects others elsewhere in the dashboard goes on with them there.
        const { selection } = host.state();
        const isElsewhere =
          selection.length > 0 && !selection.includes(opened.peek()?.wonder_id ?? '');
        if (isElsewhere) opened.value = null;
        summary.show(asked);
      },
      refresh: summary.reload,
    }),
    effect(() => {
      if (question.value !== null) fans.show(question.value);
    }),
    // What a card tells is of one run, and for the eyes of one viewer.
    reader.subscribe(() => {
      opened.value = null;
    }),
    summary.stop,
    fans.stop,
  ];
  return {
    summary: summary.state,
    range,
    atRisk,
    contactable,
    fans,
    sortedBy,
    asTable: signal(false),
    explained: signal(false),
    allFans: () => (question.peek() === null ? Promise.resolve([]) : loadAll(api, question.peek())),
    opened,
    openFan: (wonderId) => {
      opened.value = fans.rows.peek().items.find((fan) => fan.wonder_id === wonderId) ?? null;
      host.selectFan(wonderId);
    },
    retry: summary.reload,
    signIn: () => void session.signIn().then(summary.reload),
    clearFilters: host.clearFilters,
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}

function parametersOf({ filters, range, contactable }: ChurnQuestion) {
  const bounds = { min_risk: range.from, max_risk: lastWithin(range) };
  return { ...filters, ...bounds, contactable: contactable ? ('true' as const) : undefined };
}

/** Bounds of the service are both within; a range ends below its end, but for the last. */
function lastWithin({ to }: RiskRange): number {
  return to >= 100 ? 100 : to - 0.01;
}

async function loadAll(
  api: ChurnClient,
  question: ChurnQuestion | null,
): Promise<readonly ChurnFan[]> {
  if (question === null) return [];
  const all: ChurnFan[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.churnFans(
      { ...parametersOf(question), limit: PAGE, cursor },
      new AbortController().signal,
    );
    all.push(...page.items);
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
  return all;
}
