import { FILTER_FIELDS, type HostAbilities, type HostState } from './dashboard-host.ts';
import { DEFAULT_SETTINGS } from './panel-settings.ts';

/** What a host of ours can do: all of it. */
export const ALL_ABILITIES: HostAbilities = {
  filter: FILTER_FIELDS,
  filterFans: true,
  selectFan: true,
};

/** A dashboard in which nothing is filtered, selected or known. */
export const EMPTY_HOST_STATE: HostState = {
  filters: {},
  unfollowed: [],
  selection: [],
  fanList: null,
  parameters: {},
  figures: {},
  theme: null,
  fonts: null,
  mode: 'viewing',
  locale: null,
  extractDate: null,
  extractUpdatedAt: null,
  settings: DEFAULT_SETTINGS,
  abilities: ALL_ABILITIES,
  trouble: null,
  viewer: null,
};
