import { cohortReceipts } from '../domain/cohort-receipts.ts';
import type { ScoreReceipt } from '../domain/receipt.ts';
import { numberOf } from '../domain/values.ts';
import { asking, type ReadContext, type ReadDeps } from './read-context.ts';
import { type CohortFilter, isCohortHidden } from './summarise-cohort.ts';

/** How the averages of the fans who match a filter came about; no receipts where the group is too small. */
export async function explainCohort(
  deps: ReadDeps,
  input: ReadContext & { readonly filter: CohortFilter },
) {
  const { run, filter } = input;
  const minimum = deps.minimumGroup;
  const none: readonly ScoreReceipt[] = [];
  if (await isCohortHidden(deps, input)) {
    return { fans: null, suppressed: true, minimum, scores: none };
  }
  const { sport, affiliation, loyalty_tier, tier } = filter;
  const asked = [sport, affiliation, loyalty_tier, tier].map((value) => value ?? null);
  const [averages] = await deps.queries.rows('cohort_components', {
    ...asking(input),
    binds: [...asked, run.runId, run.scoreDate],
  });
  const fans = averages === undefined ? 0 : numberOf(averages, 'fans');
  const scores = averages === undefined || fans === 0 ? none : cohortReceipts(averages, deps.rules);
  return { fans, suppressed: false, minimum, scores };
}
