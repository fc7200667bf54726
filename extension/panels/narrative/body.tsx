import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { InsightItem, Narrative } from '../../../server/contract/index.ts';
import { useFit } from '../../ui/fit.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import type { PanelContext } from './context.ts';
import { detailsFor } from './details.ts';
import type { EvidenceProps } from './evidence.tsx';
import { InsightList, Insights } from './insights.tsx';
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
