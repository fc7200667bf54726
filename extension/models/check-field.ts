import { ApiError } from '../api/api-error.ts';
import type { ApiClient } from '../api/client.ts';
import type { DashboardHost } from '../host/dashboard-host.ts';
import type { MappedField, SheetField } from '../host/panel-settings.ts';

/** Whether the values of a worksheet's field are those that a field of ours has. */
export type FieldCheck =
  | { readonly kind: 'checking' }
  /** Empty, or not to be read: nothing speaks for or against it. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'good'; readonly matched: number; readonly sampled: number }
  | { readonly kind: 'wrong'; readonly example: string };

export interface FieldCheckDeps {
  readonly host: Pick<DashboardHost, 'readSummary'>;
  readonly api: Pick<ApiClient, 'filters' | 'score'>;
}

const SAMPLE_ROWS = 200;
const SAMPLE_FANS = 3;
const LISTS = {
  sport: 'sports',
  affiliation: 'affiliations',
  loyalty_tier: 'loyalty_tiers',
  tier: 'tiers',
} as const;

/** Reads a sample of the field and looks for its values in the service. Rejects only as `signal` says. */
export async function checkField(
  deps: FieldCheckDeps,
  { field, source }: { readonly field: MappedField; readonly source: SheetField },
  signal: AbortSignal,
): Promise<FieldCheck> {
  try {
    const values = await sampleOf(deps.host, source);
    signal.throwIfAborted();
    if (values.length === 0) return { kind: 'unknown' };
    return field === 'wonder_id'
      ? await checkFans(deps.api, values.slice(0, SAMPLE_FANS), signal)
      : await checkValues(deps.api, { list: LISTS[field], values }, signal);
  } catch {
    signal.throwIfAborted();
    return { kind: 'unknown' };
  }
}

async function sampleOf(
  host: FieldCheckDeps['host'],
  { worksheet, field }: SheetField,
): Promise<string[]> {
  const question = { worksheet, columns: [field], maxRows: SAMPLE_ROWS };
  const { rows } = await host.readSummary(question);
  const texts = rows.flatMap(([cell]) => (typeof cell === 'string' && cell !== '' ? [cell] : []));
  return [...new Set(texts)];
}

async function checkFans(
  api: FieldCheckDeps['api'],
  ids: readonly string[],
  signal: AbortSignal,
): Promise<FieldCheck> {
  const known = await Promise.all(
    ids.map((id) =>
      api.score(id, signal).then(
        () => true,
        (error: unknown) => {
          if (error instanceof ApiError && error.trouble.kind === 'not_found') return false;
          throw error;
        },
      ),
    ),
  );
  return verdict(ids, (_id, index) => known[index] === true);
}

async function checkValues(
  api: FieldCheckDeps['api'],
  {
    list,
    values,
  }: { readonly list: (typeof LISTS)[keyof typeof LISTS]; values: readonly string[] },
  signal: AbortSignal,
): Promise<FieldCheck> {
  const offered = new Set((await api.filters(signal))[list].map(({ value }) => value));
  return verdict(values, (value) => offered.has(value));
}

/** A field of which not one value is known is the wrong one; single strangers are not. */
function verdict(
  values: readonly string[],
  isKnown: (value: string, index: number) => boolean,
): FieldCheck {
  const matched = values.filter(isKnown).length;
  return matched === 0
    ? { kind: 'wrong', example: values[0] ?? '' }
    : { kind: 'good', matched, sampled: values.length };
}
