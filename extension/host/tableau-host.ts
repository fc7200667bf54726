import type { DashboardHost, HostState } from './dashboard-host.ts';
import { EMPTY_HOST_STATE } from './empty-state.ts';
import { HostError } from './host-error.ts';
import { createObservableState } from './observable-state.ts';
import { DEFAULT_SETTINGS, type PanelSettings } from './panel-settings.ts';
import { settingsFromText, settingsToText } from './parse-settings.ts';
import { createActions } from './tableau-host/actions.ts';
import type { Dashboard, Extensions, TableauApi } from './tableau-host/api.ts';
import { followExtract } from './tableau-host/follow-extract.ts';
import { lookOf } from './tableau-host/formatting.ts';
import { loadLibrary } from './tableau-host/load-library.ts';
import { createPatience, type Patience } from './tableau-host/patience.ts';
import { type DashboardReading, readDashboard } from './tableau-host/read-dashboard.ts';
import { readSheets } from './tableau-host/read-sheets.ts';
import { settle } from './tableau-host/settle.ts';
import { createSummaryReader } from './tableau-host/summary-reader.ts';
import { createWatcher } from './tableau-host/watch.ts';
import { openTableauDialog, savedText, saveText } from './tableau-host/workbook.ts';

export interface TableauHost extends DashboardHost {
  /** What the dialog was opened with; empty in a panel. */
  readonly payload: string;
  /** Closes the dialog that this page is. */
  readonly close: (payload: string) => void;
}

export interface TableauPage {
  readonly as: 'panel' | 'dialog';
  /** What the menu's Configure does in a panel. */
  readonly configure: (host: DashboardHost) => void;
  /** The library swallows what event handlers throw; here it comes out. */
  readonly report: (error: unknown) => void;
}

/**
 * The Tableau dashboard around `page`. Resolves once the dashboard has been read, so that nothing is shown
 * unfiltered first. Rejects with HostError: `unavailable`, no library; `too_slow`, nobody answers; `refused`.
 */
export async function connectTableauHost(page: Window, options: TableauPage): Promise<TableauHost> {
  const patience = createPatience(page);
  const api = await loadLibrary(page, patience);
  let configure = (): void => {};
  const menu = {
    configure: () => {
      configure();
      return {};
    },
  };
  const payload = await patience('Tableau', async () => {
    if (options.as === 'dialog') return api.extensions.initializeDialogAsync();
    await api.extensions.initializeAsync(menu);
    return '';
  });
  const dashboard = api.extensions.dashboardContent?.dashboard;
  if (dashboard === undefined) throw new HostError('unavailable', 'There is no dashboard here.');
  const host = createHost(page, { api, dashboard, patience, report: options.report });
  await host.read();
  configure = () => options.configure(host.host);
  const { ui } = api.extensions;
  return { ...host.host, payload, close: (text) => ui.closeDialog(text) };
}

interface HostDeps {
  readonly api: TableauApi;
  readonly dashboard: Dashboard;
  readonly patience: Patience;
  readonly report: (error: unknown) => void;
}

function createHost(page: Window, { api, dashboard, patience, report }: HostDeps) {
  const { extensions } = api;
  const { state, observe, become } = createObservableState(EMPTY_HOST_STATE);
  let latest: DashboardReading | null = null;
  let formatting: unknown = extensions.environment.workbookFormatting;
  let troubles = 0;

  const show = (part: Partial<HostState>): void => {
    const settings = settingsOf(extensions) ?? DEFAULT_SETTINGS;
    const { theme, fonts } = lookOf(formatting);
    const next: HostState = {
      ...state(),
      settings,
      fonts,
      theme: settings.theme ?? theme,
      mode: modeOf(extensions),
      locale: localeOf(extensions),
      ...part,
    };
    // Events say that something may have changed; often nothing has.
    if (JSON.stringify(next) !== JSON.stringify(state())) become(next);
  };
  const sheets = once(() => readSheets(dashboard.worksheets, patience));
  const readSheet = createSummaryReader(api, patience);
  const extract = followExtract({
    page,
    patience,
    found: (extractUpdatedAt) => show({ extractUpdatedAt }),
  });
  const reading = settle(page, {
    read: () =>
      readDashboard({ page, dashboard, patience, readSheet, sheets }, settingsOf(extensions)),
    done: (found) => {
      latest = found;
      watcher.follow(found);
      show(found.said);
      const sheet = found.worksheets[0] ?? dashboard.worksheets[0];
      if (sheet !== undefined) extract(sheet);
    },
  });
  const watcher = createWatcher(api, { onChange: reading.call, report });
  watcher.listen(extensions.settings, 'SettingsChanged', reading.call);
  watcher.listen(dashboard, 'WorkbookFormattingChanged', (event) => {
    if ('formatting' in event) formatting = event.formatting;
    show({});
  });
  const actions = createActions({
    api,
    dashboard,
    patience,
    sheets,
    fields: () => latest?.fields ?? {},
    parameters: () => latest?.parameters ?? [],
    done: (doing) => {
      troubles += 1;
      show({ trouble: doing && { doing, count: troubles } });
    },
  });
  const host: DashboardHost = {
    ...actions,
    state,
    observe,
    readSheets: sheets,
    readSummary: (question) => {
      const sheet = dashboard.worksheets.find(({ name }) => name === question.worksheet);
      return sheet === undefined
        ? Promise.reject(new HostError('unavailable', `There is no ${question.worksheet}.`))
        : readSheet(sheet, question);
    },
    openDialog: (request) => openTableauDialog(extensions, { page, request }),
    saveSettings: async (settings) => {
      await saveText(extensions, { text: settingsToText(settings), patience });
      await reading.now();
    },
  };
  return { host, read: reading.now };
}

/** Null until an author has saved some. */
function settingsOf(extensions: Extensions): PanelSettings | null {
  const text = savedText(extensions);
  return text === null ? null : settingsFromText(text);
}

function modeOf({ environment }: Extensions): 'authoring' | 'viewing' {
  return String(environment.mode) === 'authoring' ? 'authoring' : 'viewing';
}

function localeOf({ environment }: Extensions): string | null {
  const locale: unknown = environment.locale;
  return typeof locale === 'string' && locale !== '' ? locale.replace('_', '-') : null;
}

/** Asks once; after a failure, again. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => {
    asked ??= ask().catch((error: unknown) => {
      asked = undefined;
      throw error;
    });
    return asked;
  };
}
