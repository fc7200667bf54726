import { type ReadonlySignal, signal } from '@preact/signals';
import { ApiError, type ApiTrouble } from '../api/api-error.ts';
import type { Timers } from './timers.ts';

/** What a panel has to show. */
export type LoadState<T> =
  | { readonly kind: 'loading' }
  | Ready<T>
  | { readonly kind: 'signed_out'; readonly expired: boolean; readonly busy: boolean }
  | { readonly kind: 'failed'; readonly trouble: ApiTrouble; readonly busy: boolean };

export interface Ready<T> {
  readonly kind: 'ready';
  readonly data: T;
  /** On the clock of the timers. */
  readonly loadedAt: number;
  /** Something newer is on its way. */
  readonly busy: boolean;
  /** Why the same question could not be answered again; the data are those of before. */
  readonly trouble: ApiTrouble | null;
}

export interface Loader<S> {
  /** Loads the subject, unless it is the one already asked for. */
  readonly show: (subject: S) => void;
  readonly reload: () => void;
  readonly stop: () => void;
}

export interface LoaderDeps<S, T> {
  readonly load: (subject: S, signal: AbortSignal) => Promise<T>;
  /** Equal for subjects that have the same answer. */
  readonly keyOf: (subject: S) => string;
  readonly timers: Timers;
}

interface Asked<S> {
  readonly subject: S;
  readonly key: string;
}

/**
 * Keeps one question answered. Only the newest question may answer; what is shown stays while the next
 * answer is on its way, but an answer to another question is never shown for want of the right one.
 */
export function createLoader<S, T>(
  deps: LoaderDeps<S, T>,
): Loader<S> & { readonly state: ReadonlySignal<LoadState<T>> } {
  const state = signal<LoadState<T>>({ kind: 'loading' });
  let asked: Asked<S> | null = null;
  let answered: string | null = null;
  let flight: AbortController | null = null;
  let cancelRetry = (): void => {};

  const start = (): void => {
    cancelRetry();
    flight?.abort();
    if (asked === null) return;
    const controller = new AbortController();
    flight = controller;
    state.value = underway(state.peek());
    const question = asked;
    deps.load(question.subject, controller.signal).then(
      (data) => {
        if (flight === controller) succeed(question, data);
      },
      (error: unknown) => {
        if (flight === controller) fail(question, error);
      },
    );
  };
  const succeed = (question: Asked<S>, data: T): void => {
    answered = question.key;
    state.value = {
      kind: 'ready',
      data,
      loadedAt: deps.timers.now(),
      busy: false,
      trouble: null,
    };
  };
  const fail = (question: Asked<S>, error: unknown): void => {
    const trouble = troubleOf(error);
    state.value = afterFailure(state.peek(), trouble, answered === question.key);
    if (trouble.retryAfter !== null) {
      cancelRetry = deps.timers.after(trouble.retryAfter * 1000, start);
    }
  };
  return {
    state,
    show: (subject) => {
      const key = deps.keyOf(subject);
      if (key === asked?.key) return;
      asked = { subject, key };
      start();
    },
    reload: start,
    stop: () => {
      cancelRetry();
      flight?.abort();
      flight = null;
      asked = null;
    },
  };
}

function underway<T>(state: LoadState<T>): LoadState<T> {
  return state.kind === 'loading' ? state : { ...state, busy: true };
}

function afterFailure<T>(
  state: LoadState<T>,
  trouble: ApiTrouble,
  sameQuestion: boolean,
): LoadState<T> {
  const shown = state.kind === 'ready';
  if (trouble.kind === 'signed_out') return { kind: 'signed_out', expired: shown, busy: false };
  return shown && sameQuestion
    ? { ...state, busy: false, trouble }
    : { kind: 'failed', trouble, busy: false };
}

function troubleOf(error: unknown): ApiTrouble {
  return error instanceof ApiError
    ? error.trouble
    : { kind: 'not_understood', detail: null, requestId: '', retryAfter: null };
}
