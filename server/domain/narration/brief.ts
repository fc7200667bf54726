import type { Department } from '../departments.ts';
import { writeReport, writeSummary } from './department-text.ts';
import { type FanStanding, writeFan } from './fan-text.ts';
import { type Sentence, sentence } from './sentences.ts';
import type { StatedFact } from './stated-fact.ts';

/** The facts of a department: what a writing model may be given. Aggregates only. */
export interface DepartmentBrief {
  readonly kind: 'summary' | 'department';
  readonly department: Department;
  readonly facts: readonly StatedFact[];
  /** Groups that exist and that no fact is about: a text that names one is wrong. */
  readonly otherGroups: readonly string[];
}

/** The facts of one fan: never given to a writing model. */
export interface FanBrief {
  readonly kind: 'fan';
  readonly facts: readonly StatedFact[];
  readonly standing: FanStanding;
}

/** What a text is to be about. */
export type Brief = DepartmentBrief | FanBrief;

const NOTHING_TO_TELL = sentence('summary', 'there is nothing to tell of so few fans');

/** The text by rules: complete by itself. */
export function writeBrief(brief: Brief): Sentence[] {
  if (brief.kind === 'fan') return writeFan(brief.facts, brief.standing);
  const told =
    brief.kind === 'summary'
      ? writeSummary(brief.facts)
      : writeReport(brief.facts, brief.department);
  return told.length === 0 ? [NOTHING_TO_TELL] : told;
}
