import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ChurnFanAnswer, Narrative, Receipt } from '../../server/contract/index.ts';
import type { ChurnClient } from '../api/churn-client.ts';
import type { ApiClient } from '../api/client.ts';
import type { DemoViewer } from '../host/dashboard-host.ts';
import { loadFanRings } from './load-fan-rings.ts';
import { createLoader, type LoadState } from './loader.ts';
import type { RingsData } from './rings-data.ts';
import type { Score } from './scores.ts';
import type { Timers } from './timers.ts';

/** One fan in full, beside a list of many. */
export interface FanCard {
  /** Null: no card is open. */
  readonly fan: ReadonlySignal<string | null>;
  readonly state: ReadonlySignal<LoadState<RingsData>>;
  readonly receipt: ReadonlySignal<LoadState<Receipt>>;
  /** What raises the fan's risk, by whatever judged it. */
  readonly risk: ReadonlySignal<LoadState<ChurnFanAnswer>>;
  /** What is to say about the fan, in sentences; a card without is a card still. */
  readonly narrative: ReadonlySignal<LoadState<Narrative>>;
  /** Whose receipt the card shows in full. */
  readonly opened: Signal<Score | null>;
  readonly open: (wonderId: string | null, viewer: DemoViewer | null) => void;
  readonly retry: () => void;
  readonly stop: () => void;
}

export interface FanCardDeps {
  readonly api: Pick<ApiClient, 'score' | 'history' | 'fan' | 'receipt' | 'fanNarrative'>;
  readonly churn: Pick<ChurnClient, 'churnFan'>;
  /** Of those who read the texts. */
  readonly locale: () => string;
  readonly timers: Timers;
}

interface Question {
  readonly wonderId: string;
  readonly viewer: DemoViewer | null;
}

export function createFanCard({ api, churn, locale, timers }: FanCardDeps): FanCard {
  const fan = signal<string | null>(null);
  const opened = signal<Score | null>(null);
  const keyOf = (question: object): string => JSON.stringify(question);
  const rings = createLoader<Question, RingsData>({
    load: ({ wonderId }, aborted) => loadFanRings(api, wonderId, aborted),
    keyOf,
    timers,
  });
  const receipt = createLoader<Question & { readonly runId: string }, Receipt>({
    load: ({ wonderId }, aborted) => api.receipt(wonderId, aborted),
    keyOf,
    timers,
  });
  const risk = createLoader<Question & { readonly runId: string }, ChurnFanAnswer>({
    load: ({ wonderId }, aborted) => churn.churnFan(wonderId, aborted),
    keyOf,
    timers,
  });
  const narrative = createLoader<
    Question & { readonly runId: string; readonly locale: string },
    Narrative
  >({
    load: ({ wonderId: id, ...asked }, aborted) =>
      api.fanNarrative({ id, locale: asked.locale }, aborted),
    keyOf,
    timers,
  });
  let asker: DemoViewer | null = null;
  const stopExplaining = effect(() => {
    const state = rings.state.value;
    const wonderId = fan.value;
    if (state.kind !== 'ready' || wonderId === null) return;
    const { subject, meta } = state.data;
    // What is shown may still be the fan of before.
    if (subject.mode !== 'fan' || subject.wonderId !== wonderId) return;
    const question = { wonderId, viewer: asker, runId: meta.run_id };
    receipt.show(question);
    risk.show(question);
    narrative.show({ ...question, locale: locale() });
  });
  return {
    fan,
    state: rings.state,
    receipt: receipt.state,
    risk: risk.state,
    narrative: narrative.state,
    opened,
    open: (wonderId, viewer) => {
      asker = viewer;
      opened.value = null;
      fan.value = wonderId;
      if (wonderId !== null) rings.show({ wonderId, viewer });
    },
    retry: () => {
      rings.reload();
      receipt.reload();
      risk.reload();
    },
    stop: () => {
      stopExplaining();
      rings.stop();
      narrative.stop();
      receipt.stop();
      risk.stop();
    },
  };
}
