import type {
  ExtractList,
  ModelList,
  ModelPublication,
  Operations,
  RefreshAnswer,
  Run,
  RunDetail,
  RunEvent,
  RunList,
  RunRetry,
} from '../../server/contract/index.ts';
import { address } from './address.ts';
import { holding } from './answer-shape.ts';
import { followEvents } from './event-stream.ts';
import { getJson, type HttpDeps } from './http.ts';
import { postJson } from './post.ts';

export interface WatchedRun {
  readonly runId: string;
  readonly signal: AbortSignal;
  readonly onEvent: (event: RunEvent) => void;
}

/** What the operations panel reads and orders. Every call but `watch` rejects with ApiError. */
export interface OperationsClient {
  readonly runs: (signal: AbortSignal) => Promise<RunList>;
  readonly operations: (signal: AbortSignal) => Promise<Operations>;
  readonly extracts: (signal: AbortSignal) => Promise<ExtractList>;
  readonly models: (signal: AbortSignal) => Promise<ModelList>;
  /** Null: the last complete day. */
  readonly start: (scoreDate: string | null) => Promise<Run>;
  readonly retry: (runId: string) => Promise<RunRetry>;
  readonly cancel: (runId: string) => Promise<RunDetail>;
  /** Null: all of them. */
  readonly refresh: (names: readonly string[] | null) => Promise<RefreshAnswer>;
  /** Puts a model in use from the next run on. */
  readonly publish: (version: string) => Promise<ModelPublication>;
  /** Resolves when the run is over, or nobody wants to know any more. */
  readonly watch: (watched: WatchedRun) => Promise<void>;
}

const RUNS_SHOWN = 12;

export function createOperationsClient(deps: HttpDeps): OperationsClient {
  const runPath = (path: '/api/v1/runs/{id}/retry' | '/api/v1/runs/{id}/cancel', id: string) =>
    address(path, { id });
  return {
    runs: (signal) =>
      getJson(
        deps,
        { url: address('/api/v1/runs', { limit: RUNS_SHOWN }), isAnswer: isRuns },
        signal,
      ),
    operations: (signal) =>
      getJson(deps, { url: address('/api/v1/operations', {}), isAnswer: isOperations }, signal),
    extracts: (signal) =>
      getJson(deps, { url: address('/api/v1/extracts', {}), isAnswer: isExtracts }, signal),
    models: (signal) =>
      getJson(deps, { url: address('/api/v1/models', {}), isAnswer: isModels }, signal),
    start: (scoreDate) =>
      postJson(deps, {
        url: address('/api/v1/runs', {}),
        body: scoreDate === null ? {} : { score_date: scoreDate },
        isAnswer: isRun,
      }),
    retry: (id) =>
      postJson(deps, { url: runPath('/api/v1/runs/{id}/retry', id), body: {}, isAnswer: isRetry }),
    cancel: (id) =>
      postJson(deps, { url: runPath('/api/v1/runs/{id}/cancel', id), body: {}, isAnswer: isRun }),
    refresh: (names) =>
      postJson(deps, {
        url: address('/api/v1/extracts/refresh', {}),
        body: names === null ? {} : { names },
        isAnswer: isRefresh,
      }),
    publish: (version) =>
      postJson(deps, {
        url: address('/api/v1/models/{version}/publish', { version }),
        body: {},
        isAnswer: isPublication,
      }),
    watch: ({ runId, signal, onEvent }) =>
      followEvents(deps, {
        url: address('/api/v1/runs/{id}/events', { id: runId }),
        signal,
        onEvent: (event, data) => {
          const body = event === 'run' ? parsed(data) : undefined;
          if (isEvent(body)) onEvent(body);
        },
      }),
  };
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}

const isRuns = holding<RunList>('items', 'total', 'next_cursor');
const isOperations = holding<Operations>('schedule', 'sources', 'last_complete_day');
const isExtracts = holding<ExtractList>('items', 'not_configured_because');
const isModels = holding<ModelList>('items');
const isRun = holding<RunDetail>('run_id', 'status', 'stages');
const isRetry = holding<RunRetry>('run_id', 'resumed_from');
const isRefresh = holding<RefreshAnswer>('items');
const isPublication = holding<ModelPublication>('version', 'kind', 'published');
const isEvent = holding<RunEvent>('run', 'progress');
