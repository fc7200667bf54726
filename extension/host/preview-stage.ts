import type { DashboardHost } from './dashboard-host.ts';
import { type PanelMessage, parsePanelMessage, type StageMessage } from './preview-protocol.ts';

/**
 * The other end of `connectPreviewHost`: makes the dashboard of `page` the host of every panel framed in it.
 * Returns how to stop.
 */
export function servePanels(page: Window, dashboard: DashboardHost): () => void {
  const { origin } = page.location;
  const panels = new Set<MessageEventSource>();
  const tell = (panel: MessageEventSource): void => {
    const message: StageMessage = { wonder: 'state', state: dashboard.state() };
    panel.postMessage(message, { targetOrigin: origin });
  };
  const onMessage = (event: MessageEvent): void => {
    if (event.origin !== origin || event.source === null || event.source === page) return;
    const message = parsePanelMessage(event.data);
    if (message === null) return;
    panels.add(event.source);
    if (message.wonder === 'hello') tell(event.source);
    else obey(dashboard, message);
  };
  page.addEventListener('message', onMessage);
  const stopObserving = dashboard.observe(() => panels.forEach(tell));
  return () => {
    page.removeEventListener('message', onMessage);
    stopObserving();
  };
}

function obey(dashboard: DashboardHost, message: PanelMessage): void {
  if (message.wonder === 'apply-filter') dashboard.applyFilter(message.field, message.value);
  if (message.wonder === 'clear-filters') dashboard.clearFilters();
  if (message.wonder === 'select-fan') dashboard.selectFan(message.wonderId);
  if (message.wonder === 'filter-fans') dashboard.filterFans(message.wonderIds);
  if (message.wonder === 'set-parameter') dashboard.setParameter(message.name, message.value);
}
