import type { RingsData } from '../../models/rings-data.ts';
import type { Format } from '../../ui/format.ts';
import { subjectName } from '../shared/subject-words.ts';

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
