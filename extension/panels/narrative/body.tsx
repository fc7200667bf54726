import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { InsightItem, Narrative } from '../../../server/contract/index.ts';
import { type Detail, useFit } from '../../ui/fit.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import type { PanelContext } from './context.ts';
import type { EvidenceProps } from './evidence.tsx';
import { Insights } from './insights.tsx';
import { Sentences } from './sentences.tsx';

const Evidence = lazyPart<EvidenceProps>(
  async () => (await import('./evidence.tsx')).Evidence,
  () => <span class="unseen">Loading</span>,
);

export interface BodyProps extends PanelContext {
  readonly narrative: Narrative;
  /** Of the fans the dashboard shows. */
  readonly insights: readonly InsightItem[];
}

const ALL: Detail = { cards: '6', lines: 'all', sentences: '3', size: 'full' };

/** From the most detail to the least: cards' second line, cards, third and second sentence, then one figure. */
const DETAILS: readonly Detail[] = [
  ALL,
  { ...ALL, cards: '4' },
  { ...ALL, cards: '3' },
  { ...ALL, cards: '3', lines: 'one' },
  { ...ALL, cards: '2', lines: 'one' },
  { ...ALL, cards: '0' },
  { ...ALL, cards: '0', sentences: '2' },
  { ...ALL, cards: '0', sentences: '1' },
  { ...ALL, cards: '0', sentences: '1', size: 'small' },
  { ...ALL, cards: '0', sentences: '0', size: 'small' },
  { ...ALL, cards: '0', sentences: '0', size: 'least' },
];

export function Body(props: BodyProps): JSX.Element {
  const { model, insights } = props;
  const box = useRef<HTMLDivElement>(null);
  useFit(box, DETAILS);
  const opened = insights.find((each) => each.insight_id === model.opened.value);
  return (
    <>
      <div class="narrative" ref={box} {...{ 'data-has-cards': insights.length > 0 }}>
        <Sentences {...props} />
        {insights.length === 0 ? null : <Insights {...props} />}
      </div>
      {opened === undefined ? null : (
        <Evidence {...props} key={opened.insight_id} insight={opened} />
      )}
    </>
  );
}
