import type { JSX } from 'preact';
import type { BodyProps } from './body.tsx';
import { priorityInWords } from './evidence-words.ts';
import { capitalised } from './words.ts';

const MOST = 6;

/** What is worth knowing beside the text, the most urgent first. */
export function Insights({ insights, model, format }: BodyProps): JSX.Element {
  return (
    <ul class="insights" aria-label="Insights">
      {insights.slice(0, MOST).map((insight) => (
        <li class="insight" key={insight.insight_id}>
          <p class="insight-kind">
            <b>{capitalised(insight.insight_type)}</b> {priorityInWords(insight)}
            {insight.is_new ? '' : ` · since ${format.day(insight.insight_date)}`}
          </p>
          <h2>{insight.title}</h2>
          <p class="insight-text">{insight.description}</p>
          <button
            type="button"
            class="link-button"
            aria-haspopup="dialog"
            aria-label={`Evidence: ${insight.title}`}
            onClick={() => {
              model.opened.value = insight.insight_id;
            }}
          >
            Evidence
          </button>
        </li>
      ))}
    </ul>
  );
}
