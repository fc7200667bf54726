import type { ShowViz } from '../models/portal.ts';

/**
 * Tableau's own element in `place`. Its code is loaded with the first dashboard, and there is one element: taken
 * out and put in again, it has broken filters.
 */
export function createVizPlace(place: HTMLElement): ShowViz {
  let element: HTMLElement | undefined;
  let stop = (): void => {};
  return async ({ url, token }, { shown, failed }) => {
    await import('@tableau/embedding-api');
    stop();
    const viz = element ?? place.ownerDocument.createElement('tableau-viz');
    const onShown = (): void => shown();
    const onFailed = (event: Event): void => {
      const detail: unknown = 'detail' in event ? event.detail : null;
      const said = typeof detail === 'object' && detail !== null ? detail : {};
      failed(Reflect.get(said, 'errorCode'), Reflect.get(said, 'message'));
    };
    viz.addEventListener('firstinteractive', onShown);
    viz.addEventListener('vizloaderror', onFailed);
    stop = () => {
      viz.removeEventListener('firstinteractive', onShown);
      viz.removeEventListener('vizloaderror', onFailed);
    };
    viz.setAttribute('width', '100%');
    viz.setAttribute('height', '100%');
    viz.setAttribute('hide-tabs', '');
    viz.setAttribute('toolbar', 'hidden');
    // Below the fold it would never begin.
    viz.setAttribute('iframe-attr-loading', 'eager');
    viz.setAttribute('token', token);
    viz.setAttribute('src', url);
    if (element === undefined) place.append(viz);
    element = viz;
  };
}
