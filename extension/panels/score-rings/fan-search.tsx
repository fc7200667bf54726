import type { JSX } from 'preact';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Popover } from '../../ui/popover.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { FIND_LABEL, type PanelContext } from './context.ts';

/** A box to find a fan with; the one who is chosen is the dashboard's selection. */
export function FanSearchBox(props: PanelContext): JSX.Element {
  return (
    <Popover
      label="Find a fan"
      onClose={() => {
        props.model.sought.value = null;
      }}
    >
      <FanFinder {...props} />
    </Popover>
  );
}

// Whoever types at once finds the letters there when the list comes.
const waiting = ({ model }: PanelContext): JSX.Element => (
  <SearchField
    label={FIND_LABEL}
    value={model.sought.value ?? ''}
    onType={(text) => {
      model.sought.value = text;
    }}
    focused
  />
);

const FanFinder = lazyPart<PanelContext>(
  async () => (await import('./fan-finder.tsx')).FanFinder,
  waiting,
);
