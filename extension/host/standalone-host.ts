import { type DashboardHost, EMPTY_HOST_STATE, type HostState } from './dashboard-host.ts';
import { createObservableState } from './observable-state.ts';

export interface StandaloneHost extends DashboardHost {
  /** Changes what a host's own controls would change. */
  readonly change: (part: Partial<HostState>) => void;
}

/** A dashboard of its own: what a panel asks for happens at once. */
export function createStandaloneHost(initial: HostState): StandaloneHost {
  const { state, observe, become } = createObservableState(initial);
  const change = (part: Partial<HostState>): void => become({ ...state(), ...part });
  return {
    state,
    observe,
    change,
    applyFilter: (field, value) => {
      const { [field]: _lifted, ...others } = state().filters;
      change({ filters: value === null ? others : { ...others, [field]: value } });
    },
    clearFilters: () => change({ filters: EMPTY_HOST_STATE.filters }),
    selectFan: (wonderId) => change({ selection: wonderId === null ? [] : [wonderId] }),
  };
}
