import type { HttpDeps } from './http.ts';

export interface StreamOptions {
  readonly url: string;
  readonly signal: AbortSignal;
  /** Called with the data of every event of our own name. */
  readonly onEvent: (event: string, data: string) => void;
}

interface Position {
  lastId: string | null;
  isOver: boolean;
}

const AGAIN_MS = 2000;

/** The fields of one event; a line without a colon is a field without a value. */
function fieldsOf(block: string): ReadonlyMap<string, string> {
  return new Map(
    block.split('\n').flatMap((line): [string, string][] => {
      const at = line.indexOf(':');
      return at > 0 ? [[line.slice(0, at), line.slice(at + 1).trimStart()]] : [];
    }),
  );
}

/**
 * Follows a stream of server-sent events until its event `end`: by fetch, because an EventSource cannot say who
 * asks. A stream that breaks is taken up again after its last event.
 */
export async function followEvents(deps: HttpDeps, options: StreamOptions): Promise<void> {
  const position: Position = { lastId: null, isOver: false };
  while (!options.signal.aborted && !position.isOver) {
    await readOnce(deps, { ...options, position }).catch(() => {});
    if (position.isOver || options.signal.aborted) return;
    await deps.wait(AGAIN_MS, options.signal).catch(() => {});
  }
}

async function readOnce(
  deps: HttpDeps,
  { url, signal, onEvent, position }: StreamOptions & { readonly position: Position },
): Promise<void> {
  const response = await deps.fetch(url, {
    signal,
    headers: {
      accept: 'text/event-stream',
      ...(position.lastId === null ? {} : { 'last-event-id': position.lastId }),
      ...deps.session.headers(),
    },
  });
  if (!response.ok) {
    // What cannot be read now cannot be read in two seconds either.
    position.isOver = response.status < 500 && response.status !== 429;
    return;
  }
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  while (reader !== undefined && !position.isOver) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (rest + decoder.decode(value, { stream: true })).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const fields of blocks.map(fieldsOf)) {
      position.lastId = fields.get('id') ?? position.lastId;
      const event = fields.get('event');
      if (event === 'end') position.isOver = true;
      if (position.isOver) break;
      if (event !== undefined) onEvent(event, fields.get('data') ?? '');
    }
  }
  await reader?.cancel();
}
