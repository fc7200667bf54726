import { textOf, textOrNull } from '../domain/text-values.ts';
import { asking, type ReadContext, type ReadDeps } from './read-context.ts';

/** Statements have one of these numbers of binds, so that their texts stay few. */
const SIZES = [10, 100, 1000];

export interface PredictionsInput extends ReadContext {
  readonly wonderIds: readonly string[];
}

/** What the run predicted of the fans asked for, in the order asked, each once; who is not in scope is unknown. */
export async function listPredictions({ queries }: ReadDeps, input: PredictionsInput) {
  const asked = [...new Set(input.wonderIds)];
  const size = SIZES.find((each) => each >= asked.length) ?? asked.length;
  const padded = Array.from({ length: size }, (_, at) => asked[at] ?? null);
  const rows = await queries.rows('churn_predictions', {
    ...asking(input),
    vars: { id_marks: padded.map(() => '?').join(', ') },
    binds: [input.run.runId, input.run.scoreDate, ...padded],
  });
  const found = new Map(rows.map((row) => [textOf(row, 'wonder_id'), row]));
  const [first] = rows;
  return {
    items: asked.map((id) => found.get(id)).filter((row) => row !== undefined),
    unknown_ids: asked.filter((id) => !found.has(id)),
    churn_model: first === undefined ? null : textOrNull(first, 'churn_model'),
    ltv_model: first === undefined ? null : textOrNull(first, 'ltv_model'),
  };
}
