import { daysBetween } from '../domain/days-between.ts';
import type { Department } from '../domain/departments.ts';
import { departmentFacts, type GroupFigure } from '../domain/narration/department-facts.ts';
import type { StatedFact } from '../domain/narration/stated-fact.ts';
import { findComparisonRun } from './explain-score-change.ts';
import { listDepartmentMetrics } from './list-department-metrics.ts';
import { type NarrateDeps, tellNarration, WRITTEN_IN } from './narration.ts';
import type { ReadContext } from './read-context.ts';

function otherGroups(breakdown: readonly GroupFigure[], facts: readonly StatedFact[]): string[] {
  const told = new Set(facts.map(({ group }) => group));
  const groups = breakdown.flatMap(({ dimension_value }) => dimension_value ?? []);
  return [...new Set(groups)].filter((group) => !told.has(group));
}

/** The text about a department, with the facts behind it, its figures written in a locale. */
export async function narrateDepartment(
  deps: NarrateDeps,
  input: ReadContext & { readonly department: Department; readonly locale: string },
) {
  const { department, run, locale } = input;
  const [metrics, before] = await Promise.all([
    listDepartmentMetrics(deps.reads, input),
    findComparisonRun(deps.reads, input),
  ]);
  const figures = {
    ...metrics,
    periodDays: before === undefined ? null : daysBetween(before.scoreDate, run.scoreDate),
  };
  const kind = department === 'executive' ? 'summary' : 'department';
  const facts = departmentFacts(figures, WRITTEN_IN);
  const narration = await deps.narrator.narrate({
    runId: run.runId,
    brief: { kind, department, facts, otherGroups: otherGroups(figures.breakdown, facts) },
  });
  return {
    kind,
    department,
    wonder_id: null,
    compared_with: before?.scoreDate ?? null,
    ...tellNarration(narration, departmentFacts(figures, locale)),
  };
}
