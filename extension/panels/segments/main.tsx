import { createChurnClient } from '../../api/churn-client.ts';
import { createApiClient } from '../../api/client.ts';
import { createSegmentsClient } from '../../api/segments-client.ts';
import { createSegments } from '../../models/segments.ts';
import { startPanel } from '../shared/start-panel.tsx';
import { LoadingPanel } from './loading.tsx';
import { SegmentsPanel } from './panel.tsx';

startPanel(window, {
  loading: LoadingPanel,
  create: ({ http, ...parts }) => {
    const api = createApiClient(http);
    const [segments, churn] = [createSegmentsClient(http), createChurnClient(http)];
    const locale = window.navigator.language;
    const model = createSegments({ ...parts, api, segments, churn, locale });
    return (view) => <SegmentsPanel {...view} model={model} />;
  },
});
