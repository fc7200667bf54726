import type { InsightItem, Narrative } from '../../../server/contract/index.ts';
import { type NamedText, toCsv } from '../../ui/csv.ts';

/** The facts of the text and of every insight, as a CSV file. */
export function narrativeFile(
  narrative: Narrative,
  insights: readonly InsightItem[],
  name: string,
): NamedText {
  const { score_date } = narrative.meta;
  const head = ['of', 'text', 'fact', 'label', 'value', 'unit', 'direction', 'score_date'];
  const rows = [
    { of: 'summary', text: narrative.text, facts: narrative.facts },
    ...insights.map(({ insight_type, description, evidence }) => ({
      of: insight_type,
      text: description,
      facts: evidence.facts,
    })),
  ].flatMap(({ of, text, facts }) =>
    facts.map(({ id, label, value, unit, direction }) => [
      of,
      text,
      id,
      label,
      value,
      unit,
      direction,
      score_date,
    ]),
  );
  return { name, text: toCsv([head, ...rows]) };
}
