import { createNarrativeClient } from '../../api/narrative-client.ts';
import { createNarrative } from '../../models/narrative.ts';
import { startPanel } from '../shared/start-panel.tsx';
import { LoadingPanel, NarrativePanel } from './panel.tsx';

startPanel(window, {
  loading: LoadingPanel,
  create: ({ http, ...parts }) => {
    const api = createNarrativeClient(http);
    const model = createNarrative({ ...parts, api, locale: window.navigator.language });
    return (view) => <NarrativePanel {...view} model={model} />;
  },
});
