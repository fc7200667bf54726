import { sumPoints } from '../domain/allot.ts';
import { WonderError } from '../domain/errors.ts';
import { addDays } from '../domain/run.ts';
import { splitChange } from '../domain/score-change.ts';
import { numberOf } from '../domain/values.ts';
import { findReceiptFacts } from './explain-score.ts';
import { findRunNear, findRunOf } from './find-published-run.ts';
import type { PublishedRun } from './published-run.ts';
import type { ReadContext, ReadDeps } from './read-context.ts';

/** Days between the two ends of a change, where none are asked for. */
export const CHANGE_DAYS = 28;
/** How far before the wanted day a run will still do. */
const NEAR_DAYS = 7;

/** The run that changes up to `run` are counted from; undefined where none is near enough. */
export async function findComparisonRun(
  { queries }: ReadDeps,
  { run, signal }: Pick<ReadContext, 'run' | 'signal'>,
): Promise<PublishedRun | undefined> {
  return await findRunNear(
    { queries },
    {
      date: addDays(run.scoreDate, -CHANGE_DAYS),
      within: NEAR_DAYS,
      ...(signal === undefined ? {} : { signal }),
    },
  );
}

async function findFrom(deps: ReadDeps, input: ReadContext & { readonly from?: string }) {
  const { from, run, signal } = input;
  const options = signal === undefined ? {} : { signal };
  if (from !== undefined) return await findRunOf(deps, { date: from, ...options });
  const near = await findComparisonRun(deps, { run, ...options });
  if (near !== undefined) return near;
  throw new WonderError('no_scores', {
    detail: `No scores are published within ${NEAR_DAYS} days of ${CHANGE_DAYS} days before ${run.scoreDate}.`,
  });
}

/** The change of a fan's WonderScore up to the run of the context, split by component. */
export async function explainScoreChange(
  deps: ReadDeps,
  input: ReadContext & { readonly wonderId: string; readonly from?: string },
) {
  const fromRun = await findFrom(deps, input);
  const [from, to] = await Promise.all([
    findReceiptFacts(deps, { ...input, run: fromRun }),
    findReceiptFacts(deps, input),
  ]);
  const end = (run: PublishedRun, facts: typeof from) => ({
    score_date: run.scoreDate,
    run_id: run.runId,
    wonder_score: numberOf(facts.scores, 'wonder_score'),
  });
  const ends = { from: end(fromRun, from), to: end(input.run, to) };
  return {
    wonder_id: input.wonderId,
    ...ends,
    change: sumPoints([ends.to.wonder_score, -ends.from.wonder_score]),
    parts: splitChange(from, to),
  };
}
