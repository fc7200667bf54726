import type { JSX } from 'preact';
import type { InsightItem, Narrative } from '../../../server/contract/index.ts';
import type { Format } from '../../ui/format.ts';
import { authorInWords, capitalised } from './words.ts';

export interface NarrativeTablesProps {
  readonly narrative: Narrative;
  readonly insights: readonly InsightItem[];
  readonly format: Format;
}

/** The whole text, every fact behind it, and every insight. */
export function NarrativeTables({
  narrative,
  insights,
  format,
}: NarrativeTablesProps): JSX.Element {
  const { who, how, more } = authorInWords(narrative, format);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section class="tables" tabIndex={0} aria-label="The summary as tables">
      <p>{narrative.text}</p>
      <p class="caption">
        {who}
        {how}. {more}
      </p>
      <table>
        <caption class="caption">Facts behind the text</caption>
        <thead>
          <tr>
            <th scope="col">Fact</th>
            <th scope="col" class="number">
              Value
            </th>
          </tr>
        </thead>
        <tbody>
          {narrative.facts.map((fact) => (
            <tr key={fact.id}>
              <th scope="row">{fact.label}</th>
              <td class="number">
                {fact.direction === null || fact.direction === 'flat' ? '' : `${fact.direction} `}
                {fact.text}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {insights.length === 0 ? null : (
        <table>
          <caption class="caption">Insights, the most urgent first</caption>
          <thead>
            <tr>
              <th scope="col">Insight</th>
              <th scope="col">Kind</th>
              <th scope="col">Priority</th>
            </tr>
          </thead>
          <tbody>
            {insights.map((insight) => (
              <tr key={insight.insight_id}>
                <th scope="row">{insight.description}</th>
                <td>{capitalised(insight.insight_type)}</td>
                <td>{capitalised(insight.priority)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
