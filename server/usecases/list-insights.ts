import type { Department } from '../domain/departments.ts';
import { WonderError } from '../domain/errors.ts';
import { textOf } from '../domain/text-values.ts';
import { numberOf, numberOrNull, type Values } from '../domain/values.ts';
import { asking, type ReadContext, type ReadDeps } from './read-context.ts';

const MOST = 50;

/** The stored evidence; its shape is the contract's to judge. */
function evidenceOf(row: Values): object {
  const evidence: unknown = JSON.parse(textOf(row, 'evidence'));
  if (typeof evidence === 'object' && evidence !== null) return evidence;
  throw new WonderError('internal', { detail: 'The evidence of an insight is unreadable.' });
}

function itemOf(row: Values) {
  return {
    insight_id: textOf(row, 'insight_id'),
    insight_type: textOf(row, 'insight_type'),
    department: textOf(row, 'department'),
    priority: textOf(row, 'priority'),
    title: textOf(row, 'title'),
    description: textOf(row, 'description'),
    metric_name: textOf(row, 'metric_name'),
    metric_label: textOf(row, 'metric_label'),
    metric_value: numberOrNull(row, 'metric_value'),
    fans: numberOf(row, 'fans'),
    insight_date: textOf(row, 'score_date'),
    created_at: textOf(row, 'calculated_at'),
    evidence: { ...evidenceOf(row), run_id: textOf(row, 'run_id') },
  };
}

/**
 * What a run says to a department, the most urgent first, at most 50: without what was dismissed since, and
 * without groups below the smallest that may be shown today.
 */
export async function listInsights(
  { queries, minimumGroup }: ReadDeps,
  input: ReadContext & { readonly department: Department },
) {
  const { run, department } = input;
  const rows = await queries.rows('insight_list', {
    ...asking(input),
    binds: [department, run.runId, run.scoreDate, minimumGroup],
  });
  return {
    department,
    items: rows.slice(0, MOST).map(itemOf),
    total: rows.length,
    next_cursor: null,
  };
}
