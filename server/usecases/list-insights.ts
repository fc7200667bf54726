import type { Department } from '../domain/departments.ts';
import { WonderError } from '../domain/errors.ts';
import { saidOnOf } from '../domain/insights/insight-id.ts';
import { evidenceIn, parseEvidence } from '../domain/insights/stored-evidence.ts';
import { textOf } from '../domain/text-values.ts';
import { numberOf, numberOrNull, type Values } from '../domain/values.ts';
import { asking, type ReadContext, type ReadDeps } from './read-context.ts';

const MOST = 50;

function itemOf(row: Values, locale: string) {
  const stored = parseEvidence(textOf(row, 'evidence'));
  if (stored === undefined) {
    throw new WonderError('internal', { detail: 'The evidence of an insight is unreadable.' });
  }
  const [insightId, scoreDate] = [textOf(row, 'insight_id'), textOf(row, 'score_date')];
  const saidOn = saidOnOf(insightId) ?? scoreDate;
  const texts = { title: textOf(row, 'title'), description: textOf(row, 'description') };
  const { title, description, evidence } = evidenceIn(stored, { locale, stored: texts });
  return {
    insight_id: insightId,
    insight_type: textOf(row, 'insight_type'),
    department: textOf(row, 'department'),
    priority: textOf(row, 'priority'),
    title,
    description,
    metric_name: textOf(row, 'metric_name'),
    metric_label: textOf(row, 'metric_label'),
    metric_value: numberOrNull(row, 'metric_value'),
    fans: numberOf(row, 'fans'),
    insight_date: saidOn,
    is_new: saidOn === scoreDate,
    created_at: textOf(row, 'calculated_at'),
    evidence: { ...evidence, run_id: textOf(row, 'run_id') },
  };
}

/**
 * What stands for a department on the day of a run, the most urgent first, then the newest, at most 50: without
 * what was dismissed since, and without groups below the smallest that may be shown today.
 */
export async function listInsights(
  { queries, minimumGroup }: ReadDeps,
  input: ReadContext & { readonly department: Department; readonly locale: string },
) {
  const { run, department, locale } = input;
  const rows = await queries.rows('insight_list', {
    ...asking(input),
    binds: [department, run.runId, run.scoreDate, minimumGroup],
  });
  return {
    department,
    items: rows.slice(0, MOST).map((row) => itemOf(row, locale)),
    total: rows.length,
    next_cursor: null,
  };
}
