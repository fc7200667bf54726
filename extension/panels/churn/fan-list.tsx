import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ChurnFan } from '../../models/churn.ts';
import type { Format } from '../../ui/format.ts';
import { Risk } from '../../ui/risk.tsx';
import { troubleWords } from '../../ui/trouble-words.ts';
import { type Column, VirtualTable } from '../../ui/virtual-table.tsx';
import { fanName, firstOf } from '../shared/fan-words.ts';
import { riskInWords } from '../shared/risk-words.ts';
import type { BodyProps } from './body.tsx';
import { rangeInWords } from './risk-part.tsx';

const ROW = 60;

/** Whom to call first, with reasons that staff can act on. */
export function FanList(props: BodyProps): JSX.Element {
  const { model, format, host } = props;
  const { items, total, busy, trouble } = model.fans.rows.value;
  const byValue = model.sortedBy.value === 'value_at_risk';
  const columns = useMemo(() => columnsOf(format, byValue), [format, byValue]);
  const range = model.range.value;
  return (
    <section class="list-part" aria-labelledby="list-title">
      <header class="part-head">
        <h2 id="list-title">Act first: highest {byValue ? 'value at risk' : 'risk'}</h2>
        <span class="caption number" role="status">
          {busy
            ? ''
            : `${format.count(total)} ${total === 1 ? 'fan' : 'fans'}, ${rangeInWords(range, format)}`}
        </span>
      </header>
      {trouble !== null && items.length === 0 ? (
        <ListTrouble {...props} />
      ) : total === 0 && !busy ? (
        <p class="list-none">Nobody has a risk in this range.</p>
      ) : (
        <VirtualTable
          caption={`${format.count(total)} fans at risk`}
          partly={(printed) => firstOf(printed, total, format)}
          columns={columns}
          items={items}
          total={total}
          busy={busy}
          rowHeight={ROW}
          idOf={(fan) => fan.wonder_id}
          opened={host.selection.length === 1 ? (host.selection[0] ?? null) : null}
          onOpen={model.selectFan}
          reach={model.fans.reach}
          list={JSON.stringify(range)}
          sort={`-${model.sortedBy.value}`}
        >
          {trouble === null ? null : <ListTrouble {...props} />}
        </VirtualTable>
      )}
    </section>
  );
}

function columnsOf(format: Format, byValue: boolean): readonly Column<ChurnFan>[] {
  return [
    {
      key: 'fan',
      head: 'Fan',
      sortBy: null,
      className: 'col-fan',
      cell: (fan) => (
        <>
          <span class="fan-name">{fanName(fan)}</span>
          <span class="caption">
            {fan.wonder_score_tier}
            {fan.contactable ? '' : ', no contact'}
          </span>
        </>
      ),
    },
    {
      key: 'risk',
      head: 'Risk',
      sortBy: byValue ? null : 'churn_risk',
      className: 'col-risk',
      cell: (fan) => (
        <Risk level={fan.churn_risk_level}>
          <span class="unseen">
            {riskInWords({ of: 'fan', risk: fan.churn_risk, level: fan.churn_risk_level }, format)}
          </span>
          <span aria-hidden="true">{format.whole(fan.churn_risk)}</span>
        </Risk>
      ),
    },
    {
      key: 'reasons',
      head: 'Top reasons',
      sortBy: null,
      className: 'col-reasons',
      cell: (fan) => (
        <span class="reasons-text">
          {fan.reasons.length === 0 ? 'Nothing that staff can act on' : null}
          {fan.reasons.map(({ feature, text }) => (
            <span key={feature} class="reason">
              {text}
            </span>
          ))}
        </span>
      ),
    },
    {
      key: 'value',
      head: byValue ? 'Value at risk' : 'Spent',
      sortBy: byValue ? 'value_at_risk' : null,
      className: 'number col-value',
      cell: (fan) =>
        byValue
          ? fan.value_at_risk === null
            ? '–'
            : format.money(fan.value_at_risk)
          : format.money(fan.lifetime_value),
    },
  ];
}

function ListTrouble({ model }: BodyProps): JSX.Element {
  const { trouble } = model.fans.rows.value;
  const { title, text } = troubleWords(trouble?.kind ?? 'failed', 'The list');
  return (
    <p class="list-none">
      {title}. {text}{' '}
      <button type="button" class="link-button" onClick={model.fans.retry}>
        Try again
      </button>
    </p>
  );
}
