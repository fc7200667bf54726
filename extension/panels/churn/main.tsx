import { createChurnClient } from '../../api/churn-client.ts';
import { createChurn } from '../../models/churn.ts';
import { startPanel } from '../shared/start-panel.tsx';
import { ChurnPanel, LoadingPanel } from './panel.tsx';

startPanel(window, {
  loading: LoadingPanel,
  create: ({ http, ...parts }) => {
    const model = createChurn({ ...parts, api: createChurnClient(http) });
    return (view) => <ChurnPanel {...view} model={model} />;
  },
});
