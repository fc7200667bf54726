import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { SegmentItem } from '../../../server/contract/index.ts';
import { Icon } from '../../ui/icon.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import type { DrillProps } from './drill.tsx';
import { FanBones } from './fan-bones.tsx';
import { Identity } from './identity.tsx';
import { Narrow } from './narrow.tsx';
import { segmentFileName } from './segments-file.ts';

export interface FanPartProps extends DrillProps {
  readonly chosen: SegmentItem;
}

const FanTable = lazyPart<FanPartProps>(
  async () => (await import('./fan-table.tsx')).FanTable,
  () => <FanBones />,
);

const MoverList = lazyPart<FanPartProps>(
  async () => (await import('./mover-list.tsx')).MoverList,
  () => <FanBones />,
);

/** The fans of the chosen segment: found, narrowed, listed, taken away. */
export function FanPart(props: FanPartProps): JSX.Element {
  const { model, chosen } = props;
  const trouble = useSignal<string | null>(null);
  const say = (words: string | null): void => {
    trouble.value = words;
  };
  return (
    <section class="fans-part" aria-label={`Fans: ${chosen.label}`}>
      <div class="fans-head">
        <button
          type="button"
          class="icon-button fans-back"
          aria-label="Back to segments"
          onClick={() => {
            model.drilled.value = false;
          }}
        >
          <Icon name="back" />
        </button>
        {model.movers.listed.value ? null : <Narrow {...props} />}
        <span class="fans-actions">
          <SaveSegment {...props} say={say} />
          <FilterDashboard {...props} say={say} />
        </span>
      </div>
      <p class="fans-trouble" role="alert">
        {trouble.value}
      </p>
      <Identity {...props} />
      {model.movers.listed.value ? <MoverList {...props} /> : <FanTable {...props} />}
    </section>
  );
}

interface ActionProps extends FanPartProps {
  readonly say: (words: string | null) => void;
}

function FilterDashboard({ model, host, say }: ActionProps): JSX.Element | null {
  const { filter, filterFans } = host.abilities;
  if (!filterFans && !filter.includes('tier')) return null;
  return (
    <button
      type="button"
      class="button button-small"
      onClick={() => {
        say(null);
        void model.narrow().then(say);
      }}
    >
      Filter dashboard
    </button>
  );
}

/** The whole segment, whatever of it is listed: the count is said before anything is loaded. */
function SaveSegment({ model, tools, format, data, chosen, say }: ActionProps): JSX.Element | null {
  const busy = useSignal(false);
  const whole = Object.keys(model.audience.value.filters).length === 0;
  // The file is of the whole segment, whose count is not known while the dashboard is filtered.
  if (!whole) return null;
  const save = async (): Promise<void> => {
    busy.value = true;
    say(null);
    try {
      const file = await model.saveSegment(chosen.segment);
      tools.saveBlob(file, segmentFileName(chosen.segment, data.meta.score_date, 'csv'));
    } catch {
      say('The file did not load. Try again.');
    }
    busy.value = false;
  };
  const count = `${format.count(chosen.fans)} ${chosen.fans === 1 ? 'fan' : 'fans'}`;
  return (
    <button
      type="button"
      class="button button-small fans-save"
      aria-label={`Download ${count} in ${chosen.label} as CSV`}
      disabled={busy.value}
      onClick={() => void save()}
    >
      <Icon name="download" />
      {busy.value ? (
        'Loading…'
      ) : (
        <>
          <span class="fans-save-count">{count} as</span> CSV
        </>
      )}
    </button>
  );
}
