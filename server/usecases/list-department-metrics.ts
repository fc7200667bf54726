import { type Figure, settleFigures } from '../domain/department-figures.ts';
import type { Department } from '../domain/departments.ts';
import { parseLeadDepartment } from '../domain/lead-departments.ts';
import type { Scope } from '../domain/scope.ts';
import { textOf, textOrNull } from '../domain/text-values.ts';
import { numberOf, numberOrNull, type Values } from '../domain/values.ts';
import { findComparisonRun } from './explain-score-change.ts';
import { asking, type ReadContext, type ReadDeps } from './read-context.ts';
import { haveSameRiskSource } from './same-risk-source.ts';

interface FiguresInput extends ReadContext {
  readonly department: Department;
}

/** Averages of scores that not every fan has, and what counts those who have one. */
const PARTIAL: ReadonlyMap<string, string> = new Map([
  ['average_hospitality', 'hospitality_fans'],
  ['average_digital', 'digital_fans'],
  ['average_efficiency', 'efficiency_fans'],
]);

/** The fans a department's figures are of, whoever asks for them. */
function fansOf(department: Department): Scope {
  const own = parseLeadDepartment(department);
  return { key: department, rows: own === undefined ? 'all' : [own], named: [] };
}

/** Fans behind a figure: of its group, or those of them who have the score that is averaged. */
function fansBehind(row: Values, cells: readonly Values[]): number {
  const column = PARTIAL.get(textOf(row, 'metric'));
  if (column === undefined) return numberOf(row, 'fans');
  const dimension = textOrNull(row, 'dimension');
  const own =
    dimension === null
      ? cells
      : cells.filter((cell) => textOrNull(cell, dimension) === textOrNull(row, 'dimension_value'));
  return own.reduce((sum, cell) => sum + numberOf(cell, column), 0);
}

async function figuresOf({ queries }: ReadDeps, input: FiguresInput): Promise<Figure[]> {
  const { run, department } = input;
  const ofRun = [run.runId, run.scoreDate];
  const ask = { ...asking(input), scope: fansOf(department) };
  const [rows, cells] = await Promise.all([
    queries.rows('department_figures', { ...ask, binds: [department, ...ofRun] }),
    queries.rows('figure_fans', { ...ask, binds: [...ofRun, ...ofRun] }),
  ]);
  return rows.map((row) => ({
    kind: row.kind === 'kpi' ? 'kpi' : 'breakdown',
    metric: textOf(row, 'metric'),
    dimension: textOrNull(row, 'dimension'),
    dimension_value: textOrNull(row, 'dimension_value'),
    value: numberOrNull(row, 'metric_value'),
    unit: textOf(row, 'unit'),
    fans: fansBehind(row, cells),
  }));
}

/** The figures of a department; groups too small to show are hidden, and enough others with them. */
export async function listDepartmentMetrics(deps: ReadDeps, input: FiguresInput) {
  const before = await findComparisonRun(deps, input);
  const [now, earlier, isSameRisk] = await Promise.all([
    figuresOf(deps, input),
    before === undefined ? [] : figuresOf(deps, { ...input, run: before }),
    before === undefined ? true : haveSameRiskSource(deps, input, before),
  ]);
  const then = earlier.filter(({ metric }) => isSameRisk || metric !== 'at_risk_fans');
  return {
    department: input.department,
    ...settleFigures({ now, before: then, minimum: deps.minimumGroup }),
  };
}
