import type { Ready } from '../../models/loader.ts';
import type { NoRings, RingsData } from '../../models/rings-data.ts';
import type { Format } from '../../ui/format.ts';
import { troubleWords } from '../../ui/trouble-words.ts';
import { subjectName } from './subject-words.ts';

type Shown = Ready<RingsData | NoRings>;

/** Why what is shown is not the newest there could be; null when it is. */
export function staleBecause(
  shown: Shown,
  extractDate: string | null,
  format: Format,
): string | null {
  const { meta } = shown.data;
  if (shown.trouble !== null) {
    return `Newer scores did not load. ${troubleWords(shown.trouble.kind, 'Scores').text}`;
  }
  if (meta.stale) {
    return `Scores are from ${format.day(meta.score_date)}. ${meta.stale_because ?? ''}`.trim();
  }
  const scored = meta.data_as_of ?? meta.score_date;
  return extractDate !== null && extractDate < scored
    ? `Worksheets show ${format.day(extractDate)}, scores ${format.day(scored)}. An extract refresh is due.`
    : null;
}

/** The one figure, for those who hear it. */
export function ringsInWords(data: RingsData, format: Format): string {
  const about = data.name ?? subjectName(data.subject);
  const score = data.score === null ? 'no data' : format.score(data.score);
  return `${about}: WonderScore ${score}${data.tier === null ? '' : `, ${data.tier}`}`;
}

/** What stands behind the scores, in the words for much and for little room. */
export function coverageInWords(
  data: RingsData,
  format: Format,
): { readonly remark: string | null; readonly note: string | null } {
  const { coverage, subject, fans } = data;
  if (subject.mode === 'cohort') {
    return { remark: fans === null ? null : `Mean of ${format.count(fans)} members`, note: null };
  }
  const share = format.weight(coverage ?? 0);
  const missing = data.rings.filter((ring) => !ring.ownData).map((ring) => ring.score);
  const lacking = missing.length === 0 ? '' : `: no ${missing.join(', ')} rows`;
  return {
    remark: `Own data covers ${share} of the score${lacking}`,
    note: missing.length === 0 ? null : `${share} own data`,
  };
}
