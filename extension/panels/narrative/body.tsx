import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { InsightItem, Narrative } from '../../../server/contract/index.ts';
import { type Detail, useFit } from '../../ui/fit.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import type { PanelContext } from './context.ts';
import type { EvidenceProps } from './evidence.tsx';
import { InsightList, Insights, MOST_CARDS } from './insights.tsx';
import { Sentences } from './sentences.tsx';
import { VerdictNote } from './verdict-note.tsx';

const Evidence = lazyPart<EvidenceProps>(
  async () => (await import('./evidence.tsx')).Evidence,
  () => <span class="unseen">Loading</span>,
);

export interface BodyProps extends PanelContext {
  readonly narrative: Narrative;
  /** Of the fans the dashboard shows. */
  readonly insights: readonly InsightItem[];
}

const ALL: Detail = { cards: 'all', lines: 'all', sentences: '3', size: 'full' };
const WITHOUT_CARDS: Detail = { ...ALL, cards: '0' };
/** With fewer cards than these they lose their second line. */
const FEW_CARDS = 3;

/** From the most detail to the least: cards, cards' second line, third and second sentence, then one figure. */
function detailsFor(insights: number): readonly Detail[] {
  const most = Math.min(insights, MOST_CARDS);
  const counts = Array.from({ length: most }, (_, index) => most - index);
  const cards = (count: number): Detail => ({
    ...ALL,
    cards: count === insights ? 'all' : `${count}`,
  });
  return [
    ...counts.filter((each) => each >= Math.min(FEW_CARDS, insights)).map(cards),
    ...counts.map((each) => ({ ...cards(each), lines: 'one' })),
    WITHOUT_CARDS,
    { ...WITHOUT_CARDS, sentences: '2' },
    { ...WITHOUT_CARDS, sentences: '1' },
    { ...WITHOUT_CARDS, sentences: '1', size: 'small' },
    { ...WITHOUT_CARDS, sentences: '0', size: 'small' },
    { ...WITHOUT_CARDS, sentences: '0', size: 'least' },
  ];
}

export function Body(props: BodyProps): JSX.Element {
  const { model, insights } = props;
  const opened = insights.find((each) => each.insight_id === model.opened.value);
  return (
    <>
      {model.listed.value && insights.length > 0 ? (
        <InsightList {...props} />
      ) : (
        <Fitted {...props} />
      )}
      {opened === undefined ? null : (
        <Evidence {...props} key={opened.insight_id} insight={opened} />
      )}
      <VerdictNote model={model} />
    </>
  );
}

function Fitted(props: BodyProps): JSX.Element {
  const { insights } = props;
  const box = useRef<HTMLDivElement>(null);
  useFit(box, detailsFor(insights.length));
  return (
    <div class="narrative" ref={box} {...{ 'data-has-cards': insights.length > 0 }}>
      <Sentences {...props} />
      {insights.length === 0 ? null : <Insights {...props} />}
    </div>
  );
}
