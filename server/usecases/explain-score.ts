import { baseReceipts, type ReceiptFacts } from '../domain/base-receipts.ts';
import { extendedReceipts } from '../domain/extended-receipts.ts';
import { findScore } from './get-score.ts';
import { asking, noSuchFan, type ReadContext, type ReadDeps } from './read-context.ts';

interface FanInput extends ReadContext {
  readonly wonderId: string;
}

/** What the receipts of a fan are written from. Rejects with `not_found`. */
export async function findReceiptFacts(deps: ReadDeps, input: FanInput): Promise<ReceiptFacts> {
  const { run, wonderId } = input;
  const [scores, [inputs]] = await Promise.all([
    findScore(deps, input),
    deps.queries.rows('score_inputs', {
      ...asking(input),
      binds: [run.runId, run.scoreDate, wonderId],
    }),
  ]);
  if (inputs === undefined) throw noSuchFan();
  return { scores, inputs, rules: deps.rules };
}

/** How each score of a fan came about. */
export async function explainScore(deps: ReadDeps, input: FanInput) {
  const facts = await findReceiptFacts(deps, input);
  return {
    wonder_id: input.wonderId,
    scores: [...baseReceipts(facts), ...extendedReceipts(facts)],
  };
}
