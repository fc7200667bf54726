import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { InsightItem } from '../../../server/contract/index.ts';
import { Icon } from '../../ui/icon.tsx';
import type { BodyProps } from './body.tsx';
import { MOST_CARDS } from './details.ts';
import { priorityInWords } from './evidence-words.ts';
import { leadOf } from './lead.ts';
import { ListButton } from './list-button.tsx';
import { capitalised } from './words.ts';

/** What is worth knowing beside the text, the most urgent first, and the way to those without room. */
export function Insights(props: BodyProps): JSX.Element {
  return (
    <div class="aside">
      <Cards {...props} insights={props.insights.slice(0, MOST_CARDS)} />
      <p class="ways">
        <ListButton {...props} lead="All " />
      </p>
    </div>
  );
}

/** All insights in the place of the text, however small the panel. */
export function InsightList(props: BodyProps): JSX.Element {
  const { model } = props;
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  return (
    <section class="insight-list" aria-label="All insights">
      <button
        type="button"
        class="link-button back-button"
        ref={back}
        onClick={() => {
          model.listed.value = false;
        }}
      >
        <Icon name="back" />
        Summary
      </button>
      <div class="insight-scroll">
        <Cards {...props} />
      </div>
    </section>
  );
}

function Cards(props: BodyProps): JSX.Element {
  return (
    <ul class="insights" aria-label="Insights">
      {props.insights.map((insight) => (
        <Card key={insight.insight_id} {...props} insight={insight} />
      ))}
    </ul>
  );
}

function Card({
  insight,
  model,
  format,
}: BodyProps & { readonly insight: InsightItem }): JSX.Element {
  const [lead, rest] = leadOf(insight.description);
  return (
    <li class="insight">
      <p class="insight-kind">
        <b>{capitalised(insight.insight_type)}</b>
        <span class={`insight-${insight.priority}`}>{priorityInWords(insight)}</span>
        {insight.is_new ? '' : ` · since ${format.day(insight.insight_date)}`}
      </p>
      <h2>{insight.title}</h2>
      <p class="insight-text">
        {lead}
        <span class="insight-rest">{rest}</span>
      </p>
      <button
        type="button"
        class="link-button"
        aria-haspopup="dialog"
        aria-label={`Evidence: ${insight.title}`}
        onClick={() => {
          model.seen();
          model.opened.value = insight.insight_id;
        }}
      >
        Evidence
      </button>
    </li>
  );
}
