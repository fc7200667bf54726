import { OpenAI } from 'openai';
import type { DepartmentBrief } from '../../domain/narration/brief.ts';
import { checkText } from '../../domain/narration/check/check-text.ts';
import type { FallbackReason } from '../../domain/narration/fallback-reasons.ts';
import { promptOf } from '../../domain/narration/prompt.ts';
import type { Cache } from '../../ports/cache.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Metrics } from '../../ports/metrics.ts';
import type { NarrationCall, NarrationLedger, WrittenText } from '../../ports/narration-ledger.ts';
import type { Narration, Narrator } from '../../ports/narrator.ts';
import { createModelFetch } from './model-fetch.ts';
import { contentOf, reasonOf } from './openai-answer.ts';

export interface OpenAiNarratorOptions {
  readonly apiKey: string;
  /** Undefined: the package's own. */
  readonly baseUrl: string | undefined;
  readonly model: string;
  /** For a call with all its tries. */
  readonly deadlineMs: number;
  /** Writes where the model may or does not. */
  readonly template: Narrator;
  readonly ledger: NarrationLedger;
  /** By run, department and kind: a burst of readers is one call. */
  readonly kept: Cache<Narration>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** Tries beyond the first, for 408, 409, 429, 5xx and lost connections; the package waits between them. */
const RETRIES = 2;
const MOST_TOKENS = 1000;

type Answered = { readonly text: string } | { readonly why: FallbackReason };

/** Lets a writing model phrase the facts of departments, and takes its text only if every figure is proven. */
export function createOpenAiNarrator(options: OpenAiNarratorOptions): Narrator {
  const { model, deadlineMs, template, ledger, kept, clock, logger, metrics } = options;
  const client = new OpenAI({
    apiKey: options.apiKey,
    ...(options.baseUrl === undefined ? {} : { baseURL: options.baseUrl }),
    organization: null,
    project: null,
    timeout: deadlineMs,
    maxRetries: RETRIES,
    logLevel: 'off',
    fetch: createModelFetch(deadlineMs),
  });

  async function call(brief: DepartmentBrief, signal: AbortSignal): Promise<Answered> {
    try {
      const { system, user } = promptOf(brief);
      const answer: unknown = await client.chat.completions.create(
        {
          model,
          messages: [
            { role: 'system', content: system },
            { role: 'user', content: user },
          ],
          max_completion_tokens: MOST_TOKENS,
        },
        { signal },
      );
      const text = contentOf(answer);
      return text === undefined ? { why: 'no_answer' } : { text };
    } catch (error) {
      return { why: reasonOf(error) };
    }
  }

  /** The call, or `too_slow` at the deadline, whatever the client then still waits for. */
  async function ask(brief: DepartmentBrief): Promise<Answered> {
    const stop = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Answered>((resolve) => {
      timer = setTimeout(() => {
        stop.abort();
        resolve({ why: 'too_slow' });
      }, deadlineMs);
    });
    try {
      return await Promise.race([call(brief, stop.signal), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  function proven(brief: DepartmentBrief, written: WrittenText): Narration | string {
    const { facts, department, otherGroups } = brief;
    const checked = checkText(written.text, {
      facts,
      names: [department],
      otherNames: otherGroups,
    });
    if (!checked.isProven) return checked.because;
    const { writtenAt } = written;
    return {
      sentences: checked.sentences,
      source: 'openai',
      model: written.model,
      why: null,
      writtenAt,
    };
  }

  async function write(wanted: NarrationCall, brief: DepartmentBrief): Promise<Narration> {
    const fallBack = async (why: FallbackReason): Promise<Narration> => {
      metrics.counter('wonder_narration_refusals_total', { reason: why }).increment();
      logger.warn('narration: rules wrote instead', { ...wanted, why });
      return { ...(await template.narrate({ runId: wanted.runId, brief })), why };
    };
    const claim = await ledger.claim(wanted);
    if (claim === 'spent') return await fallBack('budget_spent');
    if (claim === 'asked') return await fallBack('asked_before');
    if (claim !== 'free') {
      const again = proven(brief, claim);
      return typeof again === 'string' ? await fallBack('unproven') : again;
    }
    const answered = await ask(brief);
    if ('why' in answered) return await fallBack(answered.why);
    const written = { text: answered.text, model, writtenAt: clock.now() };
    const narration = proven(brief, written);
    // The text itself stays out of the log: nobody knows what is in it.
    if (typeof narration === 'string') return await fallBack('unproven');
    await ledger.keep(wanted, written);
    return narration;
  }

  return {
    async narrate(order) {
      const { runId, brief } = order;
      if (brief.kind === 'fan' || brief.facts.length === 0) return await template.narrate(order);
      const { department, kind } = brief;
      const wanted = { runId, department, kind };
      const key = `${runId}|${department}|${kind}`;
      try {
        return await kept.getOrLoad(key, () => write(wanted, brief));
      } catch (error) {
        logger.error('narration: failed', wanted, error);
        return { ...(await template.narrate(order)), why: 'failed' };
      }
    },
  };
}
