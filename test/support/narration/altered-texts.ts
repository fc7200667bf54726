import { DEPARTMENTS, type Department } from '../../../server/domain/departments.ts';
import { writeBrief } from '../../../server/domain/narration/brief.ts';
import { textOfSentences } from '../../../server/domain/narration/sentences.ts';
import type { StatedFact } from '../../../server/domain/narration/stated-fact.ts';
import { factSet, fill } from './fact-sets.ts';
import { HONEST } from './honest-texts.ts';
import { type Draw, LIES } from './lies.ts';
import { REPORTS } from './report-texts.ts';

/** A false text, the true one it was made of, and what it is told about. */
export interface Altered {
  readonly kind: string;
  readonly department: Department;
  readonly which: 0 | 1;
  readonly facts: readonly StatedFact[];
  readonly honest: string;
  readonly text: string;
}

function createDraw(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function truths(department: Department, facts: readonly StatedFact[]): string[] {
  const kind = department === 'executive' ? 'summary' : 'department';
  const template = textOfSentences(writeBrief({ kind, department, facts, otherGroups: [] }));
  const told = [...HONEST[department], ...REPORTS[department]];
  return [template, ...told.map((each) => fill(each, facts))];
}

/** So many different altered texts: every kind of lie in turn, on every department and set of figures. */
export function tellLies(seed: number, count: number): Altered[] {
  const draw = createDraw(seed);
  const kinds = Object.entries(LIES);
  const told = new Map<string, Altered>();
  for (let turn = 0; told.size < count && turn < 40 * count; turn += 1) {
    const [kind, lie] = kinds[turn % kinds.length] ?? [];
    const department = DEPARTMENTS[draw(DEPARTMENTS.length)] ?? 'executive';
    const which = draw(2) === 0 ? 0 : 1;
    const facts = factSet(department, { which });
    const all = truths(department, facts);
    const honest = all[draw(all.length)] ?? '';
    const text = lie?.({ text: honest, facts, department }, draw);
    if (kind === undefined || text === undefined || all.includes(text)) continue;
    told.set(text, { kind, department, which, facts, honest, text });
  }
  return [...told.values()];
}
