import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { troubleWords } from '../../ui/trouble-words.ts';
import { VirtualTable } from '../../ui/virtual-table.tsx';
import { firstOf } from '../shared/fan-words.ts';
import { FAN_ROW } from './fan-bones.tsx';
import { fanColumns } from './fan-columns.tsx';
import type { FanPartProps } from './fan-part.tsx';

/** The fans of the list, as many as there are. */
export function FanTable(props: FanPartProps): JSX.Element {
  const { model, format, chosen } = props;
  const { fans, card, choice } = model;
  const { items, total, busy, trouble } = fans.rows.value;
  const columns = useMemo(() => fanColumns(format), [format]);
  if (trouble !== null && items.length === 0) return <Trouble {...props} />;
  if (total === 0 && !busy) return <NoFans {...props} />;
  return (
    <VirtualTable
      caption={`${format.count(total)} fans, ${chosen.label}`}
      partly={(printed) => firstOf(printed, total, format)}
      columns={columns}
      items={items}
      total={total}
      busy={busy}
      rowHeight={FAN_ROW}
      idOf={(fan) => fan.wonder_id}
      opened={card.fan.value}
      onOpen={model.openFan}
      reach={fans.reach}
      list={`${chosen.segment} ${JSON.stringify(choice.parameters.value)}`}
      sort={choice.sort.value}
      onSort={choice.sortBy}
    >
      {trouble === null ? null : <Trouble {...props} />}
    </VirtualTable>
  );
}

function NoFans({ model }: FanPartProps): JSX.Element {
  const narrowed = !model.choice.all.value;
  return (
    <p class="fans-none">
      {narrowed ? 'No fan of this segment matches. ' : 'No fan is in this segment. '}
      {narrowed ? (
        <button type="button" class="link-button" onClick={model.choice.clear}>
          Clear filters
        </button>
      ) : null}
    </p>
  );
}

function Trouble({ model }: FanPartProps): JSX.Element {
  const { trouble } = model.fans.rows.value;
  const { title, text } = troubleWords(trouble?.kind ?? 'failed', 'Fans');
  return (
    <p class="fans-none">
      {title}. {text}{' '}
      <button type="button" class="link-button" onClick={model.fans.retry}>
        Try again
      </button>
    </p>
  );
}
