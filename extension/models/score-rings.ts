import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Receipt } from '../../server/contract/index.ts';
import type { ApiClient } from '../api/client.ts';
import type { Session } from '../api/session.ts';
import type { DashboardHost, DemoViewer } from '../host/dashboard-host.ts';
import { cohortRings } from './cohort-rings.ts';
import type { FanSearchDeps } from './fan-search.ts';
import { loadFanRings } from './load-fan-rings.ts';
import { createLoader, type LoadState } from './loader.ts';
import type { NoRings, RingsData } from './rings-data.ts';
import { BASE_SCORES, type Score } from './scores.ts';
import { type Subject, subjectOf } from './subject.ts';
import { debounce, every, type Timers } from './timers.ts';

export type RingsState = LoadState<RingsData | NoRings>;

/** How scores came about: a fan's, or the averages of a group. */
export type Receipts = Pick<Receipt, 'scores' | 'meta'>;

export interface ScoreRingsModel {
  readonly state: ReadonlySignal<RingsState>;
  readonly receipt: ReadonlySignal<LoadState<Receipts>>;
  /** Whose receipt is open. */
  readonly opened: ReadonlySignal<Score | null>;
  readonly asTable: Signal<boolean>;
  /** Opens a score's receipt, or with null closes it. */
  readonly open: (score: Score | null) => void;
  readonly retry: () => void;
  readonly retryReceipt: () => void;
  readonly signIn: () => void;
  readonly clearFilters: () => void;
  /** Narrows the dashboard to a tier, or with null lifts that. */
  readonly filterTier: (tier: string | null) => void;
  /** What is typed to find a fan with, null while nobody is sought; and what the box asks with. */
  readonly sought: Signal<string | null>;
  readonly finder: FanSearchDeps;
  readonly showFan: (wonderId: string) => void;
  /** Gives up the selected fan. */
  readonly showCohort: () => void;
  readonly stop: () => void;
}

export interface ScoreRingsDeps {
  readonly host: DashboardHost;
  readonly api: ApiClient;
  readonly session: Session;
  readonly timers: Timers;
}

const SETTLE_MS = 200;
const REFRESH_MS = 5 * 60_000;

interface Question {
  readonly subject: Subject;
  readonly viewer: DemoViewer | null;
}

export function createScoreRings(deps: ScoreRingsDeps): ScoreRingsModel {
  const { host, api, timers, session } = deps;
  const opened = signal<Score | null>(null);
  const asTable = signal(false);
  const rings = createLoader<Question, RingsData | NoRings>({
    load: ({ subject }, aborted) => loadRings(api, subject, aborted),
    keyOf: (question) => JSON.stringify(question),
    timers,
  });
  const receipt = createLoader<ReceiptQuestion, Receipts>({
    load: ({ subject }, aborted) =>
      subject.mode === 'fan'
        ? api.receipt(subject.wonderId, aborted)
        : api.cohortReceipt(subject.filters, aborted),
    keyOf: (question) => JSON.stringify(question),
    timers,
  });
  const ask = (): void => {
    const { viewer, ...state } = host.state();
    rings.show({ subject: subjectOf({ ...state, viewer }), viewer });
  };
  const settled = debounce(timers, SETTLE_MS, ask);
  const stops = [
    host.observe(settled.call),
    settled.cancel,
    every(timers, REFRESH_MS, rings.reload),
    effect(() => {
      const question = receiptQuestion(rings.state.value);
      if (question === null || !hasReceipt(question.subject, opened.value)) opened.value = null;
      if (question !== null && (opened.value !== null || asTable.value)) receipt.show(question);
    }),
    rings.stop,
    receipt.stop,
  ];
  ask();
  return {
    state: rings.state,
    receipt: receipt.state,
    opened,
    asTable,
    open: (score) => {
      opened.value = score;
    },
    retry: rings.reload,
    retryReceipt: receipt.reload,
    signIn: () => void session.signIn().then(rings.reload),
    clearFilters: host.clearFilters,
    filterTier: (tier) => host.applyFilter('tier', tier),
    sought: signal<string | null>(null),
    finder: { api, viewer: () => host.state().viewer, timers },
    showFan: host.selectFan,
    showCohort: () => host.selectFan(null),
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}

interface ReceiptQuestion {
  readonly subject: Subject;
  /** The receipt is to explain the score that is shown, so it belongs to that score's run. */
  readonly runId: string;
}

function receiptQuestion(state: RingsState): ReceiptQuestion | null {
  if (state.kind !== 'ready' || state.data.kind !== 'rings') return null;
  const { subject, meta } = state.data;
  return { subject, runId: meta.run_id };
}

/** The averages of a group have receipts of the WonderScore and its parts only. */
function hasReceipt(subject: Subject, score: Score | null): boolean {
  return subject.mode === 'fan' || score === 'wonder' || BASE_SCORES.some((base) => base === score);
}

async function loadRings(
  api: ApiClient,
  subject: Subject,
  aborted: AbortSignal,
): Promise<RingsData | NoRings> {
  if (subject.mode === 'cohort') {
    return cohortRings(await api.cohort(subject.filters, aborted), subject.filters);
  }
  return loadFanRings(api, subject.wonderId, aborted);
}
