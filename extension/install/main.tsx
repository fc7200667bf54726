import { signal } from '@preact/signals';
import { type JSX, render } from 'preact';
import { createBrowserHttp } from '../api/browser-http.ts';
import { readInstall } from '../api/install.ts';
import { createDemoSession } from '../api/session.ts';
import { createLoader } from '../models/loader.ts';
import { createBrowserTimers } from '../ui/browser-timers.ts';
import { createThemeSwitch } from '../ui/theme.ts';
import { InstallPage } from './page.tsx';

const SHOW_COPIED_MS = 2000;

function start(root: HTMLElement): void {
  createThemeSwitch(window);
  const session = createDemoSession(() => null);
  const http = createBrowserHttp(window, session);
  const loader = createLoader({
    load: (_question: 'install', aborted) => readInstall(http, aborted),
    keyOf: (question) => question,
    timers: createBrowserTimers(window),
  });
  const copied = signal<string | null>(null);
  const copy = (text: string): void => {
    void navigator.clipboard?.writeText(text).then(() => {
      copied.value = text;
      setTimeout(() => {
        copied.value = null;
      }, SHOW_COPIED_MS);
    });
  };
  function Page(): JSX.Element {
    return (
      <InstallPage
        state={loader.state.value}
        copied={copied.value}
        onCopy={copy}
        onRetry={loader.reload}
      />
    );
  }
  loader.show('install');
  render(<Page />, root);
}

const root = document.getElementById('app');
if (root !== null) start(root);
