import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { InsightItem } from '../../../server/contract/index.ts';
import { filtersOf } from '../../models/narrative.ts';
import { Icon } from '../../ui/icon.tsx';
import { Popover } from '../../ui/popover.tsx';
import type { BodyProps } from './body.tsx';
import { EvidenceBars } from './evidence-bars.tsx';
import { EvidenceCourse } from './evidence-course.tsx';
import { evidenceFacts } from './evidence-facts.ts';
import { fansInWords } from './evidence-words.ts';
import { figureInWords } from './fact-words.ts';
import { Feedback } from './feedback.tsx';
import { placeBy } from './place-by.ts';

export interface EvidenceProps extends BodyProps {
  readonly insight: InsightItem;
}

/** What an insight stands on: its facts, its fans, how it was found; and what the reader makes of it. */
export function Evidence(props: EvidenceProps): JSX.Element {
  const { insight, model, host, format } = props;
  const { method, from, to } = insight.evidence;
  const place = useRef<HTMLDivElement>(null);
  const opener = useRef(document.activeElement);
  useLayoutEffect(() => {
    const card = opener.current?.closest<HTMLElement>('.insight') ?? null;
    if (place.current !== null && card !== null) placeBy(place.current, card);
  }, []);
  const close = (): void => {
    model.opened.value = null;
  };
  const { bars, rows } = evidenceFacts(insight);
  const fields = filtersOf(insight).map(([field]) => field);
  const canNarrow =
    fields.length > 0 && fields.every((each) => host.abilities.filter.includes(each));
  return (
    <div class="evidence" ref={place}>
      <Popover label={`Evidence: ${insight.title}`} onClose={close}>
        <div class="evidence-head">
          <h2>{insight.title}</h2>
          <button type="button" class="icon-button" aria-label="Close evidence" onClick={close}>
            <Icon name="close" />
          </button>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
        <section class="evidence-scroll" tabIndex={0} aria-label="What it stands on">
          <p>{insight.description}</p>
          <EvidenceCourse insight={insight} format={format} />
          <table>
            <caption class="unseen">Facts</caption>
            {bars.length === 0 ? null : <EvidenceBars facts={bars} />}
            <tbody>
              {rows.map((fact) => (
                <tr key={fact.id}>
                  <th scope="row">{fact.label}</th>
                  <td class="number">{figureInWords(fact)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>
            {fansInWords(insight, format)} {from === to ? '' : `${format.day(from)} to `}
            {format.day(to)}.
          </p>
          <p>How it was found: {method}</p>
          {canNarrow ? (
            <button
              type="button"
              class="button button-small"
              onClick={() => {
                model.narrow(insight);
                close();
              }}
            >
              <Icon name="filter" />
              Filter dashboard
            </button>
          ) : null}
        </section>
        <Feedback {...props} />
      </Popover>
    </div>
  );
}
