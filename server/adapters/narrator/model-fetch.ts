/** A text of two or three sentences is a few thousand. */
const MOST_BYTES = 256 * 1024;

function counted(): TransformStream<Uint8Array, Uint8Array> {
  let size = 0;
  return new TransformStream({
    transform(chunk, controller) {
      size += chunk.byteLength;
      if (size > MOST_BYTES) controller.error(new Error('The answer does not end.'));
      else controller.enqueue(chunk);
    },
  });
}

/**
 * Fetches from a writing model: an answer that does not end is broken off before it fills the memory, and one that
 * asks to come back after the deadline is not waited for.
 */
export function createModelFetch(deadlineMs: number): typeof fetch {
  return async (address, init) => {
    const { body, status, statusText, headers } = await fetch(address, init);
    const told = new Headers(headers);
    // The client's own word for an answer that it must not try again.
    if (Number(headers.get('retry-after')) * 1000 >= deadlineMs)
      told.set('x-should-retry', 'false');
    return new Response(body?.pipeThrough(counted()) ?? null, {
      status,
      statusText,
      headers: told,
    });
  };
}
