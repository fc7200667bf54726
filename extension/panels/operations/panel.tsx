import type { JSX } from 'preact';
import type { ApiTrouble } from '../../api/api-error.ts';
import { Bone } from '../../ui/bone.tsx';
import { Frame } from '../../ui/frame.tsx';
import { RowBones } from '../../ui/row-bones.tsx';
import { Unanswered, type UnansweredProps } from '../shared/unanswered.tsx';
import { Answered } from './answered.tsx';
import { type PanelContext, THINGS, TITLE } from './context.ts';

const COLUMNS = ['44px', '120px', '72px', '40px'];

/** The operations panel, in whichever of its states it is. */
export function OperationsPanel(props: PanelContext): JSX.Element {
  const { model } = props;
  const state = model.state.value;
  if (state.kind === 'ready') return <Answered {...props} shown={state} />;
  if (state.kind === 'loading') return <LoadingPanel />;
  return (
    <Unanswered
      title={TITLE}
      things={THINGS}
      sought="runs"
      instead={state.kind === 'failed' ? refusal(state.trouble) : null}
      context={null}
      state={state}
      view={props}
      onRetry={model.retry}
      onSignIn={model.signIn}
    />
  );
}

/** Who was refused is told who may look; any other failure has the words of every panel. */
function refusal({ kind }: ApiTrouble): NonNullable<UnansweredProps['instead']> | null {
  if (kind !== 'forbidden') return null;
  const text = 'Runs are for administrators; an executive may look.';
  return { words: { title: 'Not part of your role', text }, action: null };
}

export function LoadingPanel(): JSX.Element {
  return (
    <Frame title={TITLE} context={null} busy news="Loading runs" footer={<span>Loading runs</span>}>
      <div class="ops skeleton" aria-hidden="true">
        <div class="ops-head">
          <Bone width="min(260px, 90%)" height="16px" />
        </div>
        <div class="ops-parts">
          <div class="ops-main">
            <Bone width="40px" height="10px" />
            <RowBones widths={COLUMNS} height={26} />
          </div>
        </div>
      </div>
    </Frame>
  );
}
