import type { Page } from 'playwright-core';
import type {
  ExtractList,
  ModelList,
  Operations,
  RunEvent,
  RunList,
} from '../../server/contract/index.ts';
import { extractJob, extractList } from './extract-answers.ts';
import { modelList } from './model-answers.ts';
import { operations } from './operations-answers.ts';
import { runList } from './run-answers.ts';

/** What the service of a page answers; a test changes it as it goes. */
export interface OperationsAnswers {
  runs: RunList;
  operations: Operations;
  extracts: ExtractList | null;
  models: ModelList;
  /** What is told of the run in flight; null: nothing, and the stream stays open. */
  event: RunEvent | null;
  /** Status and detail of every order; null: it is taken. */
  refusal: { readonly status: number; readonly detail: string } | null;
  /** "METHOD path" of every order. */
  readonly orders: string[];
}

/** Answers as of a night with a run in flight. */
export function operationsAnswers(changes: Partial<OperationsAnswers> = {}): OperationsAnswers {
  const runs = runList();
  const [live] = runs.items;
  const progress = { stage: 'insights', done: 60, total: 100 };
  return {
    runs,
    operations: operations(),
    extracts: extractList(),
    models: modelList(),
    event: live === undefined ? null : { run: live, progress },
    refusal: null,
    orders: [],
    ...changes,
  };
}

/** Has a page get these answers instead of a service's. */
export async function answerOperations(page: Page, answers: OperationsAnswers): Promise<void> {
  const forbidden = {
    code: 'forbidden',
    detail: 'Your role does not allow this.',
    request_id: 'r-1',
  };
  await page.route('**/api/v1/**', async (route) => {
    const request = route.request();
    const path = new URL(request.url()).pathname.replace('/api/v1', '');
    if (request.method() === 'POST') {
      answers.orders.push(`POST ${path} ${request.postData() ?? ''}`);
      const { refusal } = answers;
      if (refusal !== null) {
        const { status, detail } = refusal;
        await route.fulfill({ status, json: { code: 'conflict', detail, request_id: 'r-2' } });
      } else if (path.startsWith('/models')) {
        const [used, other] = answers.models.items;
        await route.fulfill({ json: { ...other, published: true, replaced: used?.version } });
      } else if (path.startsWith('/extracts')) {
        await route.fulfill({ status: 202, json: { items: [extractJob({ status: 'queued' })] } });
      } else {
        const run = answers.runs.items[0] ?? {};
        const retry = { resumed_from: 'score', restarted_because: null };
        await route.fulfill({ status: 202, json: { ...run, ...retry, data_quality: [] } });
      }
    } else if (path.endsWith('/events')) {
      // Fulfilled as a whole: the page reads it, and asks again where it has no end.
      const data =
        answers.event === null ? '' : `event: run\ndata: ${JSON.stringify(answers.event)}\n\n`;
      await route.fulfill({ contentType: 'text/event-stream', body: data });
    } else if (path === '/extracts') {
      if (answers.extracts === null) await route.fulfill({ status: 403, json: forbidden });
      else await route.fulfill({ json: answers.extracts });
    } else if (path === '/operations') {
      const may_operate = answers.extracts !== null;
      await route.fulfill({ json: { ...answers.operations, may_operate } });
    } else if (path === '/models') await route.fulfill({ json: answers.models });
    else await route.fulfill({ json: answers.runs });
  });
}
