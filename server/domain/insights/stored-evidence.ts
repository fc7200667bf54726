import { FACT_UNITS, type Fact, factIn } from '../fact.ts';
import { rewrite, type Segment, textOfSegments } from '../narration/segments.ts';
import type { FanFilters } from './finding.ts';

/** What a run keeps of an insight beside its columns. */
export interface StoredEvidence {
  readonly facts: readonly Fact[];
  readonly filters: FanFilters;
  /** Its texts in segments; absent from runs that kept them as finished texts only. */
  readonly told?: { readonly title: readonly Segment[]; readonly description: readonly Segment[] };
}

function hasText(value: unknown, ...fields: readonly string[]): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  return fields.every((field) => typeof Reflect.get(value, field) === 'string');
}

function isFact(value: unknown): value is Fact {
  if (!hasText(value, 'id', 'label', 'unit', 'text')) return false;
  const isMeasured = value.value === null || typeof value.value === 'number';
  return isMeasured && FACT_UNITS.some((unit) => unit === value.unit);
}

const isFilters = (value: unknown): value is FanFilters =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((each) => each === null || typeof each === 'string');

const isSegments = (value: unknown): value is Segment[] =>
  Array.isArray(value) && value.every((each) => hasText(each, 'text'));

function isStored(value: unknown): value is StoredEvidence {
  if (typeof value !== 'object' || value === null || !('facts' in value)) return false;
  if (!Array.isArray(value.facts) || !value.facts.every(isFact)) return false;
  if (!('filters' in value) || !isFilters(value.filters)) return false;
  if (!('told' in value)) return true;
  const { told } = value;
  if (typeof told !== 'object' || told === null || !('title' in told)) return false;
  return isSegments(told.title) && 'description' in told && isSegments(told.description);
}

/** The evidence a run stored as JSON; undefined where it is none. */
export function parseEvidence(json: string): StoredEvidence | undefined {
  const value: unknown = JSON.parse(json);
  return isStored(value) ? value : undefined;
}

/** Evidence with its figures in a locale, and the texts that refer to them; as stored where they were finished. */
export function evidenceIn(
  { told, ...evidence }: StoredEvidence,
  { locale, stored }: { locale: string; stored: { title: string; description: string } },
) {
  if (told === undefined) return { ...stored, evidence };
  const facts = evidence.facts.map((fact) => factIn(fact, locale));
  const text = (segments: readonly Segment[]) => textOfSegments(rewrite(segments, facts));
  return {
    title: text(told.title),
    description: text(told.description),
    evidence: { ...evidence, facts },
  };
}
