import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { RiskRange } from '../../models/risk-range.ts';
import type { Format } from '../../ui/format.ts';
import { troubleWords } from '../../ui/trouble-words.ts';
import { VirtualTable } from '../../ui/virtual-table.tsx';
import { firstOf } from '../shared/fan-words.ts';
import type { BodyProps } from './body.tsx';
import { FanCard } from './fan-card.tsx';
import { listColumns } from './list-columns.tsx';
import { rangeInWords } from './risk-part.tsx';

const ROW = 48;

/** Whom to call first, with reasons that staff can act on, and the card of who was chosen. */
export function FanList(props: BodyProps): JSX.Element {
  const { model, format } = props;
  const { items, total, busy, trouble } = model.fans.rows.value;
  const byValue = model.sortedBy.value === 'value_at_risk';
  const columns = useMemo(() => listColumns(format, byValue), [format, byValue]);
  const range = model.range.value;
  const opened = model.opened.value;
  const part = useFocusOnRow(opened?.wonder_id ?? null);
  const failed = trouble !== null && items.length === 0;
  return (
    <section class="list-part" aria-labelledby="list-title" ref={part}>
      <div class={opened === null ? 'list' : 'list list-beside'}>
        <header class="part-head">
          <h2 id="list-title">Act first: highest {byValue ? 'value at risk' : 'risk'}</h2>
          <Reachable {...props} />
          <span class="caption number" role="status">
            {busy || failed
              ? ''
              : listInWords({ total, range, contactable: model.contactable.value }, format)}
          </span>
        </header>
        {failed ? (
          <ListTrouble {...props} />
        ) : total === 0 && !busy ? (
          <ListOfNobody {...props} />
        ) : (
          <VirtualTable
            caption={`${format.count(total)} fans at risk`}
            columns={columns}
            items={items}
            total={total}
            busy={busy}
            rowHeight={ROW}
            partly={(printed) => firstOf(printed, total, format)}
            idOf={(fan) => fan.wonder_id}
            opened={opened?.wonder_id ?? null}
            onOpen={model.openFan}
            reach={model.fans.reach}
            list={JSON.stringify([range, model.contactable.value])}
            sort={`-${model.sortedBy.value}`}
          >
            {trouble === null ? null : <ListTrouble {...props} />}
          </VirtualTable>
        )}
      </div>
      {opened === null ? null : <FanCard {...props} fan={opened} />}
    </section>
  );
}

interface Listed {
  readonly total: number;
  readonly range: RiskRange;
  readonly contactable: boolean;
}

function listInWords({ total, range, contactable }: Listed, format: Format): string {
  const fans = `${format.count(total)} ${total === 1 ? 'fan' : 'fans'}`;
  return `${fans}, ${rangeInWords(range, format)}${contactable ? ', can be contacted' : ''}`;
}

/** After a card has closed, the keyboard goes on at the row that it was of. */
function useFocusOnRow(opened: string | null) {
  const part = useRef<HTMLElement>(null);
  const before = useRef<string | null>(null);
  useEffect(() => {
    const last = before.current;
    before.current = opened;
    const isNowhere = document.activeElement === document.body;
    if (opened !== null || last === null || !isNowhere || !document.hasFocus()) return;
    part.current?.querySelector<HTMLElement>(`[data-fan="${CSS.escape(last)}"]`)?.focus();
  }, [opened]);
  return part;
}

/** Leaves only those who may be written to. */
function Reachable({ model, data, format }: BodyProps): JSX.Element {
  const on = model.contactable.value;
  const { from, to } = model.range.value;
  const { fans } = data.contactable;
  const isOfList = from === model.atRisk.from && to === model.atRisk.to;
  return (
    <button
      type="button"
      class={on ? 'button button-small button-on' : 'button button-small'}
      aria-pressed={on}
      onClick={() => {
        model.contactable.value = !on;
      }}
    >
      Can be contacted{isOfList && fans !== null ? ` (${format.count(fans)})` : null}
    </button>
  );
}

function ListOfNobody({ model }: BodyProps): JSX.Element {
  const only = model.contactable.value;
  const all = model.range.value === model.atRisk;
  return (
    <p class="list-none">
      {only ? 'Nobody in this range can be contacted. ' : 'Nobody has a risk in this range. '}
      {only || !all ? (
        <button
          type="button"
          class="link-button"
          onClick={() => {
            model.contactable.value = false;
            model.range.value = model.atRisk;
          }}
        >
          Show all at risk
        </button>
      ) : null}
    </p>
  );
}

function ListTrouble({ model }: BodyProps): JSX.Element {
  const { trouble } = model.fans.rows.value;
  const { title, text } = troubleWords(trouble?.kind ?? 'failed', 'The list');
  return (
    <p class="list-none">
      {title}. {text}{' '}
      {trouble === null || trouble.requestId === '' ? null : `Request ${trouble.requestId}. `}
      <button type="button" class="link-button" onClick={model.fans.retry}>
        Try again
      </button>
    </p>
  );
}
