import type { DashboardHost, HostState, UnfollowedFilter } from './dashboard-host.ts';
import { HostError } from './host-error.ts';
import { createObservableState } from './observable-state.ts';

export interface StandaloneHost extends DashboardHost {
  /** Changes what a host's own controls would change. */
  readonly change: (part: Partial<HostState>) => void;
}

/** A list of fans is a filter that no other can say. */
const FAN_LIST: UnfollowedFilter = { field: 'wonder_id', label: 'Fan ID', because: 'values' };

const refuse = (): Promise<never> =>
  Promise.reject(new HostError('unavailable', 'There is no workbook here.'));

/** What only a workbook has. */
export const WITHOUT_WORKSHEETS: Pick<
  DashboardHost,
  'readSheets' | 'readSummary' | 'openDialog' | 'saveSettings'
> = {
  readSheets: () => Promise.resolve([]),
  readSummary: refuse,
  openDialog: refuse,
  saveSettings: refuse,
};

/** A dashboard of its own: what a panel asks for happens at once. */
export function createStandaloneHost(initial: HostState): StandaloneHost {
  const { state, observe, become } = createObservableState(initial);
  const change = (part: Partial<HostState>): void => become({ ...state(), ...part });
  return {
    ...WITHOUT_WORKSHEETS,
    state,
    observe,
    change,
    applyFilter: (field, value) => {
      const { [field]: _lifted, ...others } = state().filters;
      change({ filters: value === null ? others : { ...others, [field]: value } });
    },
    filterFans: (wonderIds) => {
      const unfollowed = state().unfollowed.filter(({ field }) => field !== 'wonder_id');
      const [only, ...others] = wonderIds ?? [];
      const fanList = others.length === 0 ? null : wonderIds;
      if (wonderIds === null) change({ unfollowed, fanList });
      else if (only !== undefined && fanList === null) {
        change({ unfollowed, fanList, selection: [only] });
      } else change({ unfollowed: [...unfollowed, FAN_LIST], fanList });
    },
    clearFilters: () => change({ filters: {}, unfollowed: [], fanList: null }),
    selectFan: (wonderId) => change({ selection: wonderId === null ? [] : [wonderId] }),
    setParameter: (name, value) => change({ parameters: { ...state().parameters, [name]: value } }),
  };
}
