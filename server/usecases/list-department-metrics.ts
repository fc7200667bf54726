import { type Figure, settleFigures } from '../domain/department-figures.ts';
import { DEPARTMENTS, type Department } from '../domain/departments.ts';
import { type FanSet, fewestTold } from '../domain/fewest-told.ts';
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

/** What each department is split by, as in the model int_department_groups. */
const SPLIT_BY: Readonly<Record<Department, string>> = {
  executive: 'wonder_score_tier',
  athletics: 'primary_sport',
  marketing: 'primary_affiliation',
  finance: 'loyalty_tier',
  alumni: 'primary_sport',
};

/** Every fan, whoever asks: only sums leave this file. */
const EVERYONE: Scope = { key: 'figures', rows: 'all', named: [] };

const groupName = (department: Department, value: string | null) =>
  JSON.stringify([department, value]);

/** Which fans have a figure told of them, counted by a column: departments, and the groups they are split by. */
function toldSets(cells: readonly Values[], column: string): FanSet[] {
  const numbered = cells.map((cell, part) => ({ cell, part, fans: numberOf(cell, column) }));
  return DEPARTMENTS.flatMap((department): FanSet[] => {
    const own = numbered.filter(
      ({ cell, fans }) =>
        fans > 0 && (department === 'executive' || cell[`of_${department}`] === true),
    );
    const sets = new Map<string, Map<number, number>>([[department, new Map()]]);
    for (const { cell, part, fans } of own) {
      const group = groupName(department, textOrNull(cell, SPLIT_BY[department]));
      for (const name of [department, group]) {
        sets.set(name, (sets.get(name) ?? new Map<number, number>()).set(part, fans));
      }
    }
    return [...sets].map(([name, parts]) => ({ name, parts }));
  });
}

/** Fans behind the figures of a department, and the fewest whom each tells of. */
class FansBehind {
  readonly #cells: readonly Values[];
  readonly #byColumn = new Map<
    string,
    { sets: readonly FanSet[]; told: ReadonlyMap<string, number> }
  >();

  constructor(cells: readonly Values[]) {
    this.#cells = cells;
  }

  of(department: Department, row: Values): Pick<Figure, 'fans' | 'told'> {
    const column = PARTIAL.get(textOf(row, 'metric')) ?? 'fans';
    const { sets, told } = this.#counted(column);
    const isGroup = textOrNull(row, 'dimension') !== null;
    const name = isGroup ? groupName(department, textOrNull(row, 'dimension_value')) : department;
    const parts = sets.find((set) => set.name === name)?.parts ?? new Map<number, number>();
    const counted = [...parts.values()].reduce((sum, fans) => sum + fans, 0);
    const fans = column === 'fans' ? numberOf(row, 'fans') : counted;
    // The groups of a department sum to its figure: what hides that hides them.
    return { fans, told: Math.min(fans, told.get(department) ?? fans, told.get(name) ?? fans) };
  }

  #counted(column: string) {
    const known = this.#byColumn.get(column);
    if (known !== undefined) return known;
    const sets = toldSets(this.#cells, column);
    const counted = { sets, told: fewestTold(sets) };
    this.#byColumn.set(column, counted);
    return counted;
  }
}

async function figuresOf({ queries }: ReadDeps, input: FiguresInput): Promise<Figure[]> {
  const { run, department } = input;
  const ofRun = [run.runId, run.scoreDate];
  const ask = { ...asking(input), scope: EVERYONE };
  const [rows, cells] = await Promise.all([
    queries.rows('department_figures', { ...ask, binds: [department, ...ofRun] }),
    queries.rows('department_cells', { ...ask, binds: [...ofRun, ...ofRun] }),
  ]);
  const behind = new FansBehind(cells);
  return rows.map((row) => ({
    kind: row.kind === 'kpi' ? 'kpi' : 'breakdown',
    metric: textOf(row, 'metric'),
    dimension: textOrNull(row, 'dimension'),
    dimension_value: textOrNull(row, 'dimension_value'),
    value: numberOrNull(row, 'metric_value'),
    unit: textOf(row, 'unit'),
    ...behind.of(department, row),
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
