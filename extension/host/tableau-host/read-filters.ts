import type { CategoricalFilter, Filter } from '@tableau/extensions-api-types';
import {
  FILTER_FIELDS,
  type FilterField,
  type HostFilters,
  type UnfollowedFilter,
} from '../dashboard-host.ts';
import { FIELD_LABELS, sameField } from '../field-names.ts';
import type { FieldMapping, MappedField, SheetField } from '../panel-settings.ts';

/** What the dashboard narrows, in our words. */
export interface Narrowing {
  readonly filters: HostFilters;
  readonly unfollowed: readonly UnfollowedFilter[];
  /** The fan that a filter leaves alone; null where none does. */
  readonly onlyFan: string | null;
  /** The fans that a filter leaves, where they are several. */
  readonly fanList: readonly string[] | null;
}

export interface SheetFilters {
  readonly worksheet: string;
  /** Null where the dashboard did not say. */
  readonly filters: readonly Filter[] | null;
}

/** A worksheet's marks narrow like a filter where a field of ours is among them. */
export interface MarkedValues {
  readonly field: FilterField;
  readonly values: readonly string[];
}

interface Reading {
  readonly sheets: readonly SheetFilters[];
  readonly fields: FieldMapping;
  readonly parameters: Readonly<Record<string, string>>;
  readonly marked: readonly MarkedValues[];
}

type Said = { readonly value: string | null } | { readonly because: 'values' | 'unread' };

const ALL = /^(\(?all\)?|)$/i;

/** The dashboard's filters, parameters and marked values as filters of ours, and what they cannot say. */
export function narrowingOf({ sheets, fields, parameters, marked }: Reading): Narrowing {
  const filters: Partial<Record<FilterField, string>> = {};
  const unfollowed: UnfollowedFilter[] = [];
  const miss = (field: MappedField, because: 'values' | 'unread'): void => {
    unfollowed.push({ field, label: FIELD_LABELS[field], because });
  };
  for (const field of FILTER_FIELDS) {
    const source = fields[field];
    if (source === undefined) continue;
    const said =
      'parameter' in source
        ? saidByParameter(parameters[source.parameter])
        : combined(saidBySheet(sheets, source), saidByMarks(marked, field));
    if ('because' in said) miss(field, said.because);
    else if (said.value !== null) filters[field] = said.value;
  }
  const fan = fields.wonder_id;
  const ofFans = fan === undefined || 'parameter' in fan ? null : saidBySheet(sheets, fan);
  if (ofFans !== null && 'because' in ofFans) miss('wonder_id', ofFans.because);
  return {
    filters,
    unfollowed: [...unfollowed, ...unmapped(sheets, fields)],
    onlyFan: ofFans !== null && 'value' in ofFans ? ofFans.value : null,
    fanList: ofFans !== null && 'because' in ofFans ? listedFans(sheets, fan) : null,
  };
}

function saidByParameter(value: string | undefined): Said {
  if (value === undefined) return { because: 'unread' };
  return { value: ALL.test(value) ? null : value };
}

function saidByMarks(marked: readonly MarkedValues[], field: FilterField): Said {
  const [only, ...others] = marked.find((each) => each.field === field)?.values ?? [];
  return others.length > 0 ? { because: 'values' } : { value: only ?? null };
}

/** A filter and a mark both narrow: two different values leave nobody, which one filter of ours cannot say. */
function combined(one: Said, other: Said): Said {
  if ('because' in one || 'because' in other) return 'because' in one ? one : other;
  if (one.value === null || other.value === null || one.value === other.value) {
    return { value: one.value ?? other.value };
  }
  return { because: 'values' };
}

function saidBySheet(sheets: readonly SheetFilters[], source: SheetField): Said {
  const filter = filterOf(sheets, source);
  // A worksheet that is no more, or that did not answer: we do not know, and say so.
  if (filter === null) return { because: 'unread' };
  return filter === undefined ? { value: null } : saidByFilter(filter);
}

/** Undefined: there is none. Null: the worksheet did not say. */
function filterOf(
  sheets: readonly SheetFilters[],
  { worksheet, field }: SheetField,
): Filter | undefined | null {
  const filters = sheets.find((each) => each.worksheet === worksheet)?.filters;
  return filters ? filters.find((each) => sameField(each.fieldName, field)) : null;
}

/** Null where the filter excludes fans, or is no list at all. */
function listedFans(
  sheets: readonly SheetFilters[],
  source: FieldMapping['wonder_id'],
): readonly string[] | null {
  const filter = source !== undefined && 'field' in source ? filterOf(sheets, source) : null;
  if (!filter || !isCategorical(filter) || filter.isExcludeMode) return null;
  return filter.appliedValues.map(({ value }) => String(value));
}

function saidByFilter(filter: Filter): Said {
  if (!isCategorical(filter)) return { because: 'values' };
  if (letsAllThrough(filter)) return { value: null };
  const [only, ...others] = filter.appliedValues;
  const value: unknown = only?.nativeValue ?? only?.value;
  const isOne = others.length === 0 && !filter.isExcludeMode && typeof value === 'string';
  return isOne && value !== '%null%' ? { value } : { because: 'values' };
}

function letsAllThrough(filter: CategoricalFilter): boolean {
  return filter.isAllSelected === true || filter.appliedValues.length === 0;
}

function isCategorical(filter: Filter): filter is CategoricalFilter {
  return 'appliedValues' in filter && Array.isArray(filter.appliedValues);
}

/** Filters of these worksheets on fields that mean nothing to us. */
function unmapped(sheets: readonly SheetFilters[], fields: FieldMapping): UnfollowedFilter[] {
  const known = Object.values(fields).flatMap((source) =>
    'field' in source ? [source.field] : [],
  );
  const labels = sheets
    .flatMap(({ filters }) => filters ?? [])
    .filter((filter) => !known.some((field) => sameField(filter.fieldName, field)))
    .filter((filter) => !isCategorical(filter) || !letsAllThrough(filter))
    .map((filter) => filter.fieldName);
  return [...new Set(labels)].map((label) => ({ field: null, label, because: 'unmapped' }));
}
