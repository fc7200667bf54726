import type { JSX } from 'preact';
import type { ChurnData } from '../../models/churn.ts';
import { useEscape } from '../../ui/escape.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import type { PanelContext } from './context.ts';
import { Drivers } from './drivers.tsx';
import { Figures } from './figures.tsx';
import { ListBones } from './list-bones.tsx';
import { Looking } from './looking.tsx';
import { Quality } from './quality.tsx';
import { RiskPart } from './risk-part.tsx';

export interface BodyProps extends PanelContext {
  readonly data: ChurnData;
}

const FanListPart = lazyPart<BodyProps>(
  async () => (await import('./fan-list.tsx')).FanList,
  () => <ListBones />,
);

export function Body(props: BodyProps): JSX.Element {
  const { model } = props;
  useEscape(() => {
    if (model.explained.peek()) model.explained.value = false;
    else if (model.opened.peek() !== null) model.openFan(null);
    else model.range.value = model.atRisk;
  });
  return (
    <div class="churn">
      <Figures {...props} />
      <RiskPart {...props} />
      <Drivers {...props} />
      <FanListPart {...props} />
      <Quality {...props} />
      <Looking {...props} />
    </div>
  );
}
