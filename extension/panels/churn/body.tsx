import type { JSX } from 'preact';
import type { ChurnData } from '../../models/churn.ts';
import { Bone } from '../../ui/bone.tsx';
import { useEscape } from '../../ui/escape.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import type { PanelContext } from './context.ts';
import { Drivers } from './drivers.tsx';
import { Figures } from './figures.tsx';
import { Looking } from './looking.tsx';
import { Quality } from './quality.tsx';
import { RiskPart } from './risk-part.tsx';

export interface BodyProps extends PanelContext {
  readonly data: ChurnData;
}

const FanListPart = lazyPart<BodyProps>(
  async () => (await import('./fan-list.tsx')).FanList,
  () => (
    <section class="list-part">
      <Bone width="60%" height="10px" />
    </section>
  ),
);

export function Body(props: BodyProps): JSX.Element {
  const { model } = props;
  useEscape(() => {
    if (model.explained.peek()) model.explained.value = false;
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
