import type { DashboardHost } from './dashboard-host.ts';
import { HostError, type HostErrorCode } from './host-error.ts';

export type HostConnection =
  | { readonly kind: 'connected'; readonly host: DashboardHost }
  | {
      readonly kind: 'refused';
      readonly because: HostErrorCode;
      /** The panel by itself, with nothing filtered: for a viewer who asks for it. */
      readonly alone: () => Promise<DashboardHost>;
    };

const CONFIGURE = '/extension/configure';

/**
 * The host of the panel in `frame`: the preview around it, a Tableau dashboard around it, or the page itself
 * where nothing is. `panel` is its stem, for the configure dialog.
 */
export async function connectHost(frame: Window, panel: string): Promise<HostConnection> {
  if (frame.parent === frame || isOurs(frame.parent, frame.location.origin)) {
    // Only where there is no Tableau, as its adapter only where there is one.
    const { connectPreviewHost } = await import('./preview-host.ts');
    return { kind: 'connected', host: await connectPreviewHost(frame) };
  }
  try {
    const { connectTableauHost } = await import('./tableau-host.ts');
    const host = await connectTableauHost(frame, {
      as: 'panel',
      configure: (dashboard) => configure(dashboard, { panel, title: frame.document.title }),
      report: reportTo(frame),
    });
    return { kind: 'connected', host };
  } catch (error) {
    return {
      kind: 'refused',
      because: error instanceof HostError ? error.code : 'refused',
      alone: async () => (await import('./preview-host.ts')).createHostAlone(frame),
    };
  }
}

/** True for a page of our own origin: another's says nothing about itself. */
function isOurs(parent: Window, origin: string): boolean {
  try {
    return parent.location.origin === origin;
  } catch {
    return false;
  }
}

function configure(dashboard: DashboardHost, about: { panel: string; title: string }): void {
  const payload = JSON.stringify(about);
  // Closed without saving, or open already: both are the author's business.
  dashboard.openDialog({ path: CONFIGURE, payload, width: 620, height: 720 }).catch(() => null);
}

/** To the browser's console, as an error of the page that nobody caught. */
function reportTo(frame: Window): (error: unknown) => void {
  return (error) => {
    frame.setTimeout(() => {
      throw error;
    });
  };
}
