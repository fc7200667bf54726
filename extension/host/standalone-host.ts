import { type DashboardHost, EMPTY_HOST_STATE, type HostState } from './dashboard-host.ts';
import { createObservableState } from './observable-state.ts';

/** A panel without a dashboard around it: what it asks for happens at once, to itself alone. */
export function createStandaloneHost(initial: HostState): DashboardHost {
  const { state, observe, become } = createObservableState(initial);
  const change = (part: Partial<HostState>): void => become({ ...state(), ...part });
  return {
    state,
    observe,
    applyFilter: (field, value) => {
      const { [field]: _lifted, ...others } = state().filters;
      change({ filters: value === null ? others : { ...others, [field]: value } });
    },
    clearFilters: () => change({ filters: EMPTY_HOST_STATE.filters }),
    selectFan: (wonderId) => change({ selection: wonderId === null ? [] : [wonderId] }),
  };
}
