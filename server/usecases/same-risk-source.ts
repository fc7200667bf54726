import type { PublishedRun } from './published-run.ts';
import { asking, type ReadContext, type ReadDeps } from './read-context.ts';

/**
 * Whether two runs judged risk the same way, both by a model or both by the rule: else a change of how many
 * are at risk would say something about the judging and nothing about the fans.
 */
export async function haveSameRiskSource(
  { queries }: Pick<ReadDeps, 'queries'>,
  input: ReadContext,
  other: PublishedRun,
): Promise<boolean> {
  const byModel = async ({ runId, scoreDate }: PublishedRun) => {
    const ask = { ...asking(input), binds: [runId, scoreDate] };
    const [row] = await queries.rows('churn_run_models', ask);
    return row?.churn_model != null;
  };
  const [now, then] = await Promise.all([byModel(input.run), byModel(other)]);
  return now === then;
}
