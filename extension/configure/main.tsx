import { type JSX, render } from 'preact';
import { createBrowserHttp } from '../api/browser-http.ts';
import { createApiClient } from '../api/client.ts';
import { PAGE_VERSION, readService } from '../api/service.ts';
import { createDemoSession } from '../api/session.ts';
import { connectTableauHost, type TableauHost } from '../host/tableau-host.ts';
import { isRecord, textOrNull } from '../host/unknown-values.ts';
import { createConfigure } from '../models/configure.ts';
import { createBrowserTimers } from '../ui/browser-timers.ts';
import { createThemeSwitch } from '../ui/theme.ts';
import { ConfigureForm } from './form.tsx';
import { isNarrowed } from './is-narrowed.ts';

function Notice({ title, text }: { readonly title: string; readonly text: string }): JSX.Element {
  return (
    <main class="notice">
      <h1>{title}</h1>
      <p>{text}</p>
    </main>
  );
}

async function start(root: HTMLElement): Promise<void> {
  const setTheme = createThemeSwitch(window);
  const isDialog = window.parent !== window || window.opener !== null;
  const elsewhere = (
    <Notice
      title="Configure a panel"
      text="This opens from the menu of a panel’s zone in a Tableau dashboard that you are editing: Configure…"
    />
  );
  render(
    isDialog ? <Notice title="Configure panel" text="Reading the worksheets…" /> : elsewhere,
    root,
  );
  if (!isDialog) return;
  try {
    const host = await connectTableauHost(window, {
      as: 'dialog',
      configure: () => {},
      report: (error) => {
        setTimeout(() => {
          throw error;
        });
      },
    });
    setTheme(host.state().theme);
    await show(root, host);
  } catch {
    render(elsewhere, root);
  }
}

async function show(root: HTMLElement, host: TableauHost): Promise<void> {
  const { panel, title } = openedFor(host.payload);
  const session = createDemoSession(() => null);
  const http = createBrowserHttp(window, session);
  const model = createConfigure({
    host,
    api: createApiClient(http),
    read: (origin, aborted) => readService(http, origin, aborted),
    home: location.origin,
    panelVersion: PAGE_VERSION,
    sheets: isNarrowed(panel) ? await host.readSheets() : [],
    timers: createBrowserTimers(window),
    saved: () => host.close('saved'),
  });
  function Page(): JSX.Element {
    return (
      <main>
        <ConfigureForm
          panel={panel}
          title={title}
          model={model}
          onCancel={() => host.close('cancelled')}
        />
      </main>
    );
  }
  render(<Page />, root);
}

/** The dialog is opened with the stem of its panel and what that is called. */
function openedFor(payload: string): { readonly panel: string; readonly title: string } {
  const none = { panel: '', title: 'panel' };
  try {
    const opened: unknown = JSON.parse(payload);
    if (!isRecord(opened)) return none;
    return {
      panel: textOrNull(opened.panel) ?? none.panel,
      title: textOrNull(opened.title) ?? none.title,
    };
  } catch {
    return none;
  }
}

const root = document.getElementById('app');
if (root !== null) void start(root);
