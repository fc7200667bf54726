import { type Figure, settleFigures } from '../domain/department-figures.ts';
import type { Department } from '../domain/departments.ts';
import { textOf, textOrNull } from '../domain/text-values.ts';
import { numberOf, numberOrNull } from '../domain/values.ts';
import { findComparisonRun } from './explain-score-change.ts';
import { asking, type ReadContext, type ReadDeps } from './read-context.ts';

async function figuresOf(
  { queries }: ReadDeps,
  input: ReadContext & { readonly department: Department },
): Promise<Figure[]> {
  const { run, department } = input;
  const rows = await queries.rows('department_figures', {
    ...asking(input),
    binds: [department, run.runId, run.scoreDate],
  });
  return rows.map((row) => ({
    kind: row.kind === 'kpi' ? 'kpi' : 'breakdown',
    metric: textOf(row, 'metric'),
    dimension: textOrNull(row, 'dimension'),
    dimension_value: textOrNull(row, 'dimension_value'),
    value: numberOrNull(row, 'metric_value'),
    unit: textOf(row, 'unit'),
    fans: numberOf(row, 'fans'),
  }));
}

/** The figures of a department; groups too small to show are hidden, and enough others with them. */
export async function listDepartmentMetrics(
  deps: ReadDeps,
  input: ReadContext & { readonly department: Department },
) {
  const before = await findComparisonRun(deps, input);
  const [now, then] = await Promise.all([
    figuresOf(deps, input),
    before === undefined ? [] : figuresOf(deps, { ...input, run: before }),
  ]);
  return {
    department: input.department,
    ...settleFigures({ now, before: then, minimum: deps.minimumGroup }),
  };
}
