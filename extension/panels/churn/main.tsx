import { createChurnClient } from '../../api/churn-client.ts';
import { createChurn } from '../../models/churn.ts';
import { readThresholds } from '../../ui/thresholds.ts';
import { startPanel } from '../shared/start-panel.tsx';
import { ChurnPanel, LoadingPanel } from './panel.tsx';

startPanel(window, {
  loading: LoadingPanel,
  create: ({ http, ...parts }) => {
    const from = readThresholds(document).risk.at(-1) ?? 0;
    const atRisk = { from, to: 100 };
    const model = createChurn({ ...parts, api: createChurnClient(http), atRisk });
    return (view) => <ChurnPanel {...view} model={model} />;
  },
});
