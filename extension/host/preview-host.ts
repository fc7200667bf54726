import type { DashboardHost, HostState } from './dashboard-host.ts';
import { createObservableState } from './observable-state.ts';
import { type PanelMessage, parseStageMessage } from './preview-protocol.ts';
import { hostStateFromQuery } from './query-state.ts';
import { createStandaloneHost, WITHOUT_WORKSHEETS } from './standalone-host.ts';

const PATIENCE_MS = 1500;

/**
 * The preview page as host of the panel in `frame`. Opened by itself, or when nobody answers in time, the
 * panel is its own host and its query parameters say what is selected.
 */
export async function connectPreviewHost(frame: Window): Promise<DashboardHost> {
  const initial = hostStateFromQuery(frame.location.search);
  const framed = frame.parent === frame ? null : await callPreview(frame, initial);
  return framed ?? createStandaloneHost(initial);
}

/** The panel as its own host: its query parameters say what is selected. */
export function createHostAlone(frame: Window): DashboardHost {
  return createStandaloneHost(hostStateFromQuery(frame.location.search));
}

function callPreview(frame: Window, initial: HostState): Promise<DashboardHost | null> {
  const { state, observe, become } = createObservableState(initial);
  const send = (message: PanelMessage): void =>
    frame.parent.postMessage(message, frame.location.origin);
  const host: DashboardHost = {
    state,
    observe,
    applyFilter: (field, value) => send({ wonder: 'apply-filter', field, value }),
    clearFilters: () => send({ wonder: 'clear-filters' }),
    selectFan: (wonderId) => send({ wonder: 'select-fan', wonderId }),
    filterFans: (wonderIds) => send({ wonder: 'filter-fans', wonderIds }),
    setParameter: (name, value) => send({ wonder: 'set-parameter', name, value }),
    ...WITHOUT_WORKSHEETS,
  };
  return new Promise((resolve) => {
    frame.setTimeout(() => resolve(null), PATIENCE_MS);
    frame.addEventListener('message', (event) => {
      // Only the page around us, and only while it is our own: anyone may frame and post.
      if (event.source !== frame.parent || event.origin !== frame.location.origin) return;
      const message = parseStageMessage(event.data);
      if (message === null) return;
      become(message.state);
      resolve(host);
    });
    send({ wonder: 'hello' });
  });
}
