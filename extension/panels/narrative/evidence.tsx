import type { JSX } from 'preact';
import type { InsightItem } from '../../../server/contract/index.ts';
import { filtersOf } from '../../models/narrative.ts';
import { Icon } from '../../ui/icon.tsx';
import { Popover } from '../../ui/popover.tsx';
import type { BodyProps } from './body.tsx';
import { fansInWords } from './evidence-words.ts';
import { Feedback } from './feedback.tsx';

export interface EvidenceProps extends BodyProps {
  readonly insight: InsightItem;
}

/** What an insight stands on: its facts, its fans, how it was found; and what the reader makes of it. */
export function Evidence(props: EvidenceProps): JSX.Element {
  const { insight, model, host, format } = props;
  const { facts, method, from, to } = insight.evidence;
  const close = (): void => {
    model.opened.value = null;
  };
  const fields = filtersOf(insight).map(([field]) => field);
  const canNarrow =
    fields.length > 0 && fields.every((each) => host.abilities.filter.includes(each));
  return (
    <div class="evidence">
      <Popover label={`Evidence: ${insight.title}`} onClose={close}>
        <div class="evidence-head">
          <h2>{insight.title}</h2>
          <button type="button" class="icon-button" aria-label="Close evidence" onClick={close}>
            <Icon name="close" />
          </button>
        </div>
        <p>{insight.description}</p>
        <table>
          <caption class="unseen">Facts</caption>
          <tbody>
            {facts.map((fact) => (
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
        <p class="evidence-how">
          {fansInWords(insight, format)}. {from === to ? '' : `${format.day(from)} to `}
          {format.day(to)}. {method}
        </p>
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
        <Feedback {...props} />
      </Popover>
    </div>
  );
}
