import type { ChurnFan } from '../../models/churn.ts';
import type { Format } from '../../ui/format.ts';
import { Risk } from '../../ui/risk.tsx';
import type { Column } from '../../ui/virtual-table.tsx';
import { fanName } from '../shared/fan-words.ts';
import { riskInWords } from '../shared/risk-words.ts';
import { Contact } from './contact.tsx';

/** Columns of the list of fans to call; the style says how many reasons have room. */
export function listColumns(format: Format, byValue: boolean): readonly Column<ChurnFan>[] {
  return [
    {
      key: 'fan',
      head: 'Fan',
      sortBy: null,
      className: 'col-fan',
      cell: (fan) => (
        <>
          <span class="fan-name">{fanName(fan)}</span>
          <span class="caption">{fan.wonder_score_tier}</span>
        </>
      ),
    },
    {
      key: 'contact',
      head: 'Contact',
      sortBy: null,
      className: 'col-contact',
      cell: (fan) => <Contact contactable={fan.contactable} />,
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
          {fan.reasons.length === 0 ? <span>Nothing that staff can act on</span> : null}
          {fan.reasons.map(({ feature, text }) => (
            <span key={feature}>{text}</span>
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
