/** What of a Tableau site can be refreshed. */
export const EXTRACT_KINDS = ['datasource', 'workbook'] as const;

/** One of the kinds of content that hold an extract. */
export type ExtractKind = (typeof EXTRACT_KINDS)[number];

/** Where a refresh can stand. */
export const EXTRACT_STATUSES = [
  'queued',
  'running',
  'succeeded',
  'failed',
  'cancelled',
  'timed_out',
] as const;

/** Where a refresh of an extract stands; the last four are final. */
export type ExtractStatus = (typeof EXTRACT_STATUSES)[number];

/** An extract as the operator lists it: by LUID, or by project and name. */
export interface ExtractTarget {
  readonly kind: ExtractKind;
  /** As it is written in the settings, without its kind: a LUID, or Project/Name. Unique within its kind. */
  readonly name: string;
  readonly luid?: string;
  /** Projects nest; this is the one the content lies in. Absent where the LUID is given. */
  readonly project?: string;
  /** The content's own name. Absent where the LUID is given. */
  readonly title?: string;
}

const LUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function parseOne(text: string): ExtractTarget | undefined {
  const match = /^(datasource|workbook):(.+)$/s.exec(text);
  const kind = EXTRACT_KINDS.find((each) => each === match?.[1]);
  const name = match?.[2]?.trim() ?? '';
  if (kind === undefined || name === '') return undefined;
  if (LUID.test(name)) return { kind, name, luid: name.toLowerCase() };
  const slash = name.lastIndexOf('/');
  const project = name.slice(0, slash).trim();
  const title = name.slice(slash + 1).trim();
  return slash < 0 || project === '' || title === ''
    ? undefined
    : { kind, name: `${project}/${title}`, project, title };
}

/**
 * A comma-separated list of `datasource:LUID`, `workbook:LUID`, `datasource:Project/Name` and
 * `workbook:Project/Name`; what is listed twice counts once. Answers undefined where an entry is none of these.
 */
export function parseExtracts(list: string): readonly ExtractTarget[] | undefined {
  const entries = list.split(',').map((entry) => entry.trim());
  const targets = new Map<string, ExtractTarget>();
  for (const entry of entries.filter((each) => each !== '')) {
    const target = parseOne(entry);
    if (target === undefined) return undefined;
    targets.set(`${target.kind}:${target.name}`, target);
  }
  return [...targets.values()];
}
