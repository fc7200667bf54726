import { createOperationsClient } from '../../api/operations-client.ts';
import { createOperations } from '../../models/operations.ts';
import { startPanel } from '../shared/start-panel.tsx';
import { LoadingPanel, OperationsPanel } from './panel.tsx';

startPanel(window, {
  loading: LoadingPanel,
  create: ({ http, ...parts }) => {
    const model = createOperations({ ...parts, api: createOperationsClient(http) });
    return (view) => <OperationsPanel {...view} model={model} />;
  },
});
