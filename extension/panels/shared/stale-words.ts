import type { Meta } from '../../../server/contract/index.ts';
import type { HostState } from '../../host/dashboard-host.ts';
import type { Ready } from '../../models/loader.ts';
import type { Format } from '../../ui/format.ts';
import { troubleWords } from '../../ui/trouble-words.ts';

/** How old what the worksheets show is, as far as the dashboard says. */
type ExtractAge = Pick<HostState, 'extractDate' | 'extractUpdatedAt'>;

export interface StaleQuestion extends ExtractAge {
  readonly shown: Pick<Ready<{ readonly meta: Meta }>, 'data' | 'trouble'>;
  /** What the panel shows: "Scores". */
  readonly things: string;
}

/** Why what is shown is not the newest there could be; null when it is. */
export function staleBecause(
  { shown, extractDate, extractUpdatedAt, things }: StaleQuestion,
  format: Format,
): string | null {
  const { meta } = shown.data;
  if (shown.trouble !== null) {
    const { text } = troubleWords(shown.trouble.kind, things);
    return `Newer ${things.toLowerCase()} did not load. ${text}`;
  }
  if (meta.stale) {
    return `Scores are from ${format.day(meta.score_date)}. ${meta.stale_because ?? ''}`.trim();
  }
  return extractBecause(meta, { extractDate, extractUpdatedAt }, format);
}

/** Why the dashboard's own worksheets show less than what is published; null where they do not. */
export function extractBecause(
  published: Pick<Meta, 'data_as_of' | 'score_date' | 'calculated_at'>,
  { extractDate, extractUpdatedAt }: ExtractAge,
  format: Format,
): string | null {
  const scored = published.data_as_of ?? published.score_date;
  if (extractDate !== null && extractDate < scored) {
    return `Worksheets show ${format.day(extractDate)}, scores ${format.day(scored)}. An extract refresh is due.`;
  }
  const { calculated_at: calculatedAt } = published;
  return extractUpdatedAt !== null && Date.parse(extractUpdatedAt) < Date.parse(calculatedAt)
    ? `Worksheets were refreshed ${format.moment(extractUpdatedAt)}, before these scores of ${format.moment(calculatedAt)}. An extract refresh is due.`
    : null;
}
