import type { JSX } from 'preact';
import { Frame } from '../../ui/frame.tsx';
import { Answered } from './answered.tsx';
import { type PanelContext, TITLE } from './context.ts';
import { Skeleton } from './skeleton.tsx';
import { Unanswered } from './unanswered.tsx';

/** The score rings, in whichever of their states they are. */
export function ScoreRingsPanel(props: PanelContext): JSX.Element {
  const state = props.model.state.value;
  if (state.kind === 'ready') return <Answered {...props} shown={state} />;
  return state.kind === 'loading' ? <LoadingPanel /> : <Unanswered {...props} state={state} />;
}

export function LoadingPanel(): JSX.Element {
  return (
    <Frame
      title={TITLE}
      context={null}
      busy
      news="Loading scores"
      footer={<span>Loading scores</span>}
    >
      <Skeleton />
    </Frame>
  );
}
