import type { Meta } from '../../../server/contract/index.ts';
import type { Ready } from '../../models/loader.ts';
import type { Format } from '../../ui/format.ts';
import { troubleWords } from '../../ui/trouble-words.ts';

export interface StaleQuestion {
  readonly shown: Pick<Ready<{ readonly meta: Meta }>, 'data' | 'trouble'>;
  /** The day the dashboard's worksheets show, where the host knows it. */
  readonly extractDate: string | null;
  /** The moment its extract was refreshed, where the host knows it. */
  readonly extractUpdatedAt?: string | null;
  /** What the panel shows: "Scores". */
  readonly things: string;
}

/** Why what is shown is not the newest there could be; null when it is. */
export function staleBecause(
  { shown, extractDate, extractUpdatedAt = null, things }: StaleQuestion,
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
  const scored = meta.data_as_of ?? meta.score_date;
  if (extractDate !== null && extractDate < scored) {
    return `Worksheets show ${format.day(extractDate)}, scores ${format.day(scored)}. An extract refresh is due.`;
  }
  return extractUpdatedAt !== null && Date.parse(extractUpdatedAt) < Date.parse(meta.calculated_at)
    ? `Worksheets were refreshed ${format.moment(extractUpdatedAt)}, before these scores of ${format.moment(meta.calculated_at)}. An extract refresh is due.`
    : null;
}
