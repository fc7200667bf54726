import type { Narrative } from '../../../server/contract/index.ts';
import type { Format } from '../../ui/format.ts';

/** "at_risk" as "At risk". */
export function capitalised(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Whom the text is about; what the dashboard is narrowed to does not narrow it, and it says so. */
export function contextInWords(department: string, isNarrowed: boolean): string {
  return isNarrowed
    ? `${capitalised(department)}, all fans, not filtered`
    : capitalised(department);
}

/** Who wrote the text, with which model and when, or why no model did. */
export function authorInWords(narrative: Narrative, format: Format) {
  const at = format.moment(narrative.generated_at);
  return narrative.source === 'openai'
    ? { who: 'AI-written', how: ', numbers checked', more: `${narrative.model ?? ''}, ${at}` }
    : { who: 'Rule-based', how: '', more: narrative.why ?? at };
}
