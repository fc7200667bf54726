import { createApiClient } from '../../api/client.ts';
import { createScoreRings } from '../../models/score-rings.ts';
import { startPanel } from '../shared/start-panel.tsx';
import { LoadingPanel, ScoreRingsPanel } from './panel.tsx';

startPanel(window, {
  loading: LoadingPanel,
  create: ({ http, ...parts }) => {
    const model = createScoreRings({ ...parts, api: createApiClient(http) });
    return (view) => <ScoreRingsPanel {...view} model={model} />;
  },
});
