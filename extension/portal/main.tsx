import { type JSX, render } from 'preact';
import { createBrowserHttp } from '../api/browser-http.ts';
import { createPortalClient } from '../api/portal.ts';
import { createDemoSession } from '../api/session.ts';
import { hostStateFromQuery } from '../host/query-state.ts';
import { createPortal, type ShowViz } from '../models/portal.ts';
import { createBrowserTimers } from '../ui/browser-timers.ts';
import { createThemeSwitch } from '../ui/theme.ts';
import { placeFromQuery, queryFromPlace } from './address.ts';
import { PortalPage } from './page.tsx';
import { createVizPlace } from './viz.ts';

function start(root: HTMLElement): void {
  createThemeSwitch(window);
  const { viewer } = hostStateFromQuery(location.search);
  const http = createBrowserHttp(
    window,
    createDemoSession(() => viewer),
  );
  let showViz: ShowViz | null = null;
  const model = createPortal({
    api: createPortalClient(http),
    timers: createBrowserTimers(window),
    asked: placeFromQuery(location.search),
    opened: (place) => {
      const query = queryFromPlace(place);
      if (query !== location.search.slice(1)) history.replaceState(null, '', `?${query}`);
    },
    show: (viz, heard) =>
      showViz === null ? Promise.reject(new Error('no place')) : showViz(viz, heard),
  });
  const vizRef = (place: HTMLElement | null): void => {
    if (place !== null) showViz ??= createVizPlace(place);
  };
  function Page(): JSX.Element {
    return <PortalPage model={model} vizRef={vizRef} />;
  }
  render(<Page />, root);
}

const root = document.getElementById('app');
if (root !== null) start(root);
