import { createLruCache } from '../../../server/adapters/cache/lru.ts';
import { createOpenAiNarrator } from '../../../server/adapters/narrator/openai.ts';
import { createTemplateNarrator } from '../../../server/adapters/narrator/template.ts';
import { createMemoryMetrics } from '../../../server/adapters/system/memory-metrics.ts';
import type { NarrationLedger } from '../../../server/ports/narration-ledger.ts';
import type { Narration } from '../../../server/ports/narrator.ts';
import { quietLogger } from '../scored-warehouse.ts';

const clock = { now: () => Date.parse('2025-03-02T12:00:00Z') };

/** Every call is free and nothing is kept. */
const openLedger: NarrationLedger = {
  claim: () => Promise.resolve('free'),
  keep: () => Promise.resolve(),
};

/** The narrator of the product with a model at an address, and its metrics. */
export function modelNarrator(
  url: string,
  {
    ledger = openLedger,
    deadlineMs = 8000,
  }: { ledger?: NarrationLedger; deadlineMs?: number } = {},
) {
  const metrics = createMemoryMetrics();
  const narrator = createOpenAiNarrator({
    apiKey: 'test-key',
    baseUrl: url,
    model: 'double-1',
    deadlineMs,
    template: createTemplateNarrator({ clock }),
    ledger,
    kept: createLruCache<Narration>({ maxSize: 1_000_000, sizeOf: () => 1 }),
    clock,
    logger: quietLogger,
    metrics,
  });
  return { narrator, metrics };
}
