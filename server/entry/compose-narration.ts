import { createLruCache } from '../adapters/cache/lru.ts';
import { createOpenAiNarrator } from '../adapters/narrator/openai.ts';
import { createTemplateNarrator } from '../adapters/narrator/template.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Narration, Narrator } from '../ports/narrator.ts';
import { NarrationCalls } from '../usecases/narration-calls.ts';
import type { RunDeps } from '../usecases/run-deps.ts';
import type { Config } from './config.ts';

const DEADLINE_MS = 8000;
/** In characters of keys, a text counting as a hundred. */
const KEPT_TEXTS = 100_000;

type Deps = Pick<RunDeps, 'warehouse' | 'project' | 'clock' | 'logger'> & {
  readonly metrics: Metrics;
};

/** Rules, or a writing model where one is set up, with rules behind it. */
export function composeNarration(
  { writingModel, timeZone }: Pick<Config, 'writingModel' | 'timeZone'>,
  deps: Deps,
): Narrator {
  const template = createTemplateNarrator(deps);
  if (writingModel === undefined) return template;
  const { dailyBudget, ...model } = writingModel;
  return createOpenAiNarrator({
    ...deps,
    ...model,
    deadlineMs: DEADLINE_MS,
    template,
    ledger: new NarrationCalls({ ...deps, dailyBudget, timeZone }),
    kept: createLruCache<Narration>({ maxSize: KEPT_TEXTS, sizeOf: () => 100 }),
  });
}
