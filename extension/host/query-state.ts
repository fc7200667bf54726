import { FILTER_FIELDS, type HostState } from './dashboard-host.ts';
import { EMPTY_HOST_STATE } from './empty-state.ts';

/** Host state from an address: `?wonder_id=`, `theme=`, `sport=`, `role=` and so on; the rest is as if nothing were set. */
export function hostStateFromQuery(search: string): HostState {
  const query = new URLSearchParams(search);
  const text = (name: string): string | null => query.get(name) || null;
  const wonderId = text('wonder_id');
  const theme = text('theme');
  const role = text('role');
  return {
    ...EMPTY_HOST_STATE,
    filters: Object.fromEntries(
      FILTER_FIELDS.flatMap((field) => {
        const value = text(field);
        return value === null ? [] : [[field, value]];
      }),
    ),
    selection: wonderId === null ? [] : [wonderId],
    theme: theme === 'light' || theme === 'dark' ? theme : null,
    locale: text('locale'),
    extractDate: text('extract_date'),
    extractUpdatedAt: text('extract_updated_at'),
    settings: { ...EMPTY_HOST_STATE.settings, orb: text('orb') === 'on' },
    viewer: role === null ? null : { role, departments: query.getAll('department') },
  };
}

/** The address that `hostStateFromQuery` reads back; without what is at its default. */
export function queryFromHostState(state: HostState): string {
  const query = new URLSearchParams();
  const put = (name: string, value: string | null | undefined): void => {
    if (value !== null && value !== undefined) query.set(name, value);
  };
  put('wonder_id', state.selection[0]);
  for (const field of FILTER_FIELDS) put(field, state.filters[field]);
  put('theme', state.theme);
  put('locale', state.locale);
  put('extract_date', state.extractDate);
  put('extract_updated_at', state.extractUpdatedAt);
  put('orb', state.settings.orb ? 'on' : null);
  put('role', state.viewer?.role);
  for (const department of state.viewer?.departments ?? []) query.append('department', department);
  return query.toString();
}
