import type { TableauEvent } from '@tableau/extensions-api-types';
import type { Parameter, TableauApi, Worksheet } from './api.ts';

type EventName = keyof TableauApi['TableauEventType'];

interface Source {
  readonly addEventListener: Worksheet['addEventListener'];
}

export interface Watched {
  readonly worksheets: readonly Worksheet[];
  readonly parameters: readonly Parameter[];
}

export interface Watcher {
  /** Listens to these and to no others. */
  readonly follow: (watched: Watched) => void;
  /** Listens for as long as the page lives; an event that this release has not is never heard. */
  readonly listen: (
    source: Source,
    name: EventName,
    run: (event: TableauEvent) => void,
  ) => () => void;
}

/** Events of the dashboard. The library swallows what a handler throws, so it is reported here. */
export function createWatcher(
  api: TableauApi,
  { onChange, report }: { readonly onChange: () => void; readonly report: (e: unknown) => void },
): Watcher {
  let stops: readonly (() => void)[] = [];
  const listen: Watcher['listen'] = (source, name, run) => {
    try {
      const remove = source.addEventListener(api.TableauEventType[name], (event) => {
        try {
          run(event);
        } catch (error) {
          report(error);
        }
      });
      return () => {
        remove();
      };
    } catch {
      return () => {};
    }
  };
  return {
    listen,
    follow: ({ worksheets, parameters }) => {
      for (const stop of stops) stop();
      const names: readonly EventName[] = [
        'FilterChanged',
        'MarkSelectionChanged',
        'SummaryDataChanged',
      ];
      stops = [
        ...worksheets.flatMap((sheet) => names.map((name) => listen(sheet, name, onChange))),
        ...parameters.map((parameter) => listen(parameter, 'ParameterChanged', onChange)),
      ];
    },
  };
}
