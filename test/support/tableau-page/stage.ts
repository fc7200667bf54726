import { PlayedDashboard } from './dashboard.ts';
import type { DashboardConfig, FormattingConfig } from './dashboard-config.ts';
import { HostRefusal } from './host-refusal.ts';
import type { Parameters } from './tables.ts';
import { dashboardVerbs, type Verb } from './verbs.ts';

export interface PlayConfig extends DashboardConfig {
  readonly extensionUrl: string;
}

export interface LogLine {
  readonly dir: 'in' | 'out' | 'refused';
  readonly name: string;
}

interface Framed {
  readonly frame: HTMLIFrameElement;
  readonly isDialog: boolean;
  ready: boolean;
}

/** Tableau's side of the protocol around one extension, and the handle that tests drive it by. */
export class Stage {
  readonly log: LogLine[] = [];
  /** Verbs to refuse from now on. */
  readonly fail = new Set<string>();
  latency: number;
  silent: boolean;
  settings: Readonly<Record<string, string>>;
  readonly dashboard: PlayedDashboard;
  readonly #config: PlayConfig;
  readonly #zone: HTMLElement;
  readonly #frames = new Map<MessageEventSource, Framed>();
  readonly #verbs: ReadonlyMap<string, Verb>;
  #mode: DashboardConfig['mode'];
  #formatting: readonly FormattingConfig[] | null;
  #dialog: { readonly frame: HTMLIFrameElement; readonly payload: unknown } | null = null;

  constructor(config: PlayConfig, zone: HTMLElement) {
    this.#config = config;
    this.#zone = zone;
    this.#mode = config.mode;
    this.#formatting = config.formatting;
    this.settings = config.settings;
    this.latency = config.latencyMs ?? 0;
    this.silent = config.silent ?? false;
    for (const verb of config.fail ?? []) this.fail.add(verb);
    this.dashboard = new PlayedDashboard(config, (name, data) => this.#notify(name, data));
    this.#verbs = dashboardVerbs(this.dashboard);
    window.addEventListener('message', (event) => void this.#hear(event));
    this.reload();
  }

  reload(): void {
    this.#frames.clear();
    this.#dialog = null;
    const { width, height } = this.#config.zone;
    this.#zone.replaceChildren();
    this.#frame(this.#config.extensionUrl, { width, height, isDialog: false });
  }

  setMode(mode: DashboardConfig['mode']): void {
    this.#mode = mode;
    this.reload();
  }

  setFormatting(sheets: readonly FormattingConfig[]): void {
    this.#formatting = sheets;
    this.#notify('workbook-formatting-changed', { formattingSheets: sheets });
  }

  /** The panel's menu. */
  configure(): void {
    this.#notify('context-menu-click', { id: 'configure' });
  }

  /** As the user's X. */
  closeDialog(): void {
    this.#endDialog({ isCloseEvent: false });
  }

  count(name: string): number {
    return this.log.filter((line) => line.dir === 'in' && line.name === name).length;
  }

  #frame(url: string, box: { width: number; height: number; isDialog: boolean }) {
    const frame = document.createElement('iframe');
    Object.assign(frame, { src: url, width: box.width, height: box.height });
    frame.name = box.isDialog ? 'dialog' : 'extension';
    frame.title = frame.name;
    this.#zone.append(frame);
    const view = frame.contentWindow;
    if (view !== null) this.#frames.set(view, { frame, isDialog: box.isDialog, ready: false });
    return frame;
  }

  async #hear({ source, data, origin }: MessageEvent): Promise<void> {
    const framed = source === null ? undefined : this.#frames.get(source);
    const isOurs = origin === new URL(this.#config.extensionUrl).origin;
    if (framed === undefined || !isOurs || !isMessage(data)) return;
    this.log.push({ dir: 'in', name: data.verbId ?? data.msgType });
    if (this.silent) return;
    const reply = (answer: object): void =>
      this.#post(framed, { msgType: 'command-response', commandGuid: data.msgGuid, ...answer });
    if (data.msgType === 'initialize') reply({ data: {} });
    if (data.msgType !== 'command' || data.verbId === undefined) return;
    const parameters = data.parameters ?? {};
    try {
      if (this.latency > 0) await new Promise((resolve) => setTimeout(resolve, this.latency));
      reply({ data: await this.#obey(data.verbId, { parameters, framed }) });
    } catch (error) {
      this.log.push({ dir: 'refused', name: data.verbId });
      const errorCode = error instanceof HostRefusal ? error.errorCode : 'internal-error';
      reply({ error: { errorCode, message: String(error) } });
    }
  }

  #obey(verb: string, { parameters, framed }: { parameters: Parameters; framed: Framed }): unknown {
    if (this.fail.has(verb)) throw new HostRefusal('permission-denied', `${verb} is to fail`);
    if (verb === 'initialize-extension') {
      framed.ready = true;
      return this.#bootstrap(framed);
    }
    if (verb === 'save-extension-settings')
      return this.#save(parameters['settings-values'], framed);
    if (verb === 'display-dialog') return this.#openDialog(parameters);
    if (verb === 'close-dialog') {
      const closePayload = parameters['extension-dialog-payload'] ?? '';
      return this.#endDialog({ isCloseEvent: true, closePayload });
    }
    const found = this.#verbs.get(verb);
    if (found === undefined) throw new HostRefusal('unknown-verb-id', `there is no ${verb}`);
    return found(parameters);
  }

  #bootstrap({ isDialog }: Framed) {
    const { name, locale, zone, worksheets, extensionUrl } = this.#config;
    const zones = worksheets.map((sheet, index) => ({
      zoneType: 'worksheet',
      zoneId: 100 + index,
      name: sheet.name,
      sheetInfo: { name: sheet.name },
      ...{ x: 440, y: index * 200, width: 700, height: 190, isFloating: false, isVisible: true },
    }));
    return {
      extensionInstance: {
        locator: {
          extensionUrl,
          instanceId: crypto.randomUUID(),
          dashboardPath: { sheetName: name, isDashboard: true },
        },
      },
      extensionDashboardInfo: {
        name,
        size: { w: 1200, h: 800 },
        zones: [
          ...zones,
          {
            zoneType: 'extension',
            zoneId: 9,
            name: 'Panel',
            ...{ x: 0, y: 0, ...zone, isFloating: false, isVisible: true },
          },
        ],
        extensionZoneId: 9,
        activeDashboardObjectId: 0,
      },
      extensionEnvironment: {
        extensionContext: 'server',
        extensionMode: this.#mode,
        extensionLanguage: 'en',
        extensionLocale: locale,
        extensionCountry: 'US',
        operatingSystem: 'Linux',
        tableauVersion: '2025.3.0',
        uniqueUserId: 'played-user',
        platformVersion: { major: 1, minor: 999, fix: 0 },
        workbookFormatting:
          this.#formatting === null ? undefined : { formattingSheets: this.#formatting },
      },
      extensionSettingsInfo: { settingsValues: { ...this.settings } },
      extensionDialogPayload: isDialog ? (this.#dialog?.payload ?? '') : '',
    };
  }

  #save(values: unknown, from: Framed) {
    if (this.#mode !== 'authoring') {
      throw new HostRefusal('internal-error', 'settings can be saved in authoring mode only');
    }
    const entries = Object.entries(values ?? {}).map(([name, value]) => [name, String(value)]);
    this.settings = Object.fromEntries(entries);
    this.#notify('settings-changed', { newSettings: this.settings }, from);
    return { settingsValues: { ...this.settings } };
  }

  #openDialog(parameters: Parameters): string {
    if (this.#dialog !== null) return 'dialog-already-open';
    const url = new URL(String(parameters['extension-dialog-url']), this.#config.extensionUrl);
    if (url.origin !== new URL(this.#config.extensionUrl).origin) return 'invalid-domain';
    const width = Number(parameters['extension-dialog-width']);
    const height = Number(parameters['extension-dialog-height']);
    const payload = parameters['extension-dialog-payload'];
    const frame = this.#frame(url.href, { width, height, isDialog: true });
    this.#dialog = { frame, payload };
    return 'success';
  }

  #endDialog(update: object): object {
    if (this.#dialog === null) return {};
    const { frame } = this.#dialog;
    if (frame.contentWindow !== null) this.#frames.delete(frame.contentWindow);
    frame.remove();
    this.#dialog = null;
    this.#notify('extension-dialog-update', update);
    return {};
  }

  #notify(notificationId: string, data: unknown, except?: Framed): void {
    this.log.push({ dir: 'out', name: notificationId });
    for (const framed of this.#frames.values()) {
      if (framed.ready && framed !== except) {
        this.#post(framed, { msgType: 'notification', notificationId, data });
      }
    }
  }

  #post({ frame }: Framed, message: object): void {
    const whole = { msgGuid: crypto.randomUUID(), ...message };
    frame.contentWindow?.postMessage(whole, new URL(this.#config.extensionUrl).origin);
  }
}

interface Message {
  readonly msgType: string;
  readonly msgGuid: string;
  readonly verbId?: string;
  readonly parameters?: Parameters;
}

function isMessage(data: unknown): data is Message {
  return typeof data === 'object' && data !== null && 'msgType' in data && 'msgGuid' in data;
}
