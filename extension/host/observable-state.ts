import type { HostState } from './dashboard-host.ts';

export interface ObservableState {
  readonly state: () => HostState;
  readonly observe: (listener: () => void) => () => void;
  readonly become: (next: HostState) => void;
}

/** Host state that says when it is replaced. */
export function createObservableState(initial: HostState): ObservableState {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    observe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    become: (next) => {
      state = next;
      for (const listener of [...listeners]) listener();
    },
  };
}
