import type { FanListItem } from '../../../server/contract/index.ts';
import type { Format } from '../../ui/format.ts';
import { Risk } from '../../ui/risk.tsx';
import type { Column } from '../../ui/virtual-table.tsx';
import { fanName } from '../shared/fan-words.ts';
import { riskInWords } from '../shared/risk-words.ts';

const QUIET = '–';

/** Columns of the list of fans; the class says at which width they go. */
export function fanColumns(format: Format): readonly Column<FanListItem>[] {
  return [
    { key: 'fan', head: 'Fan', sortBy: 'wonder_id', className: 'col-fan', cell: fanName },
    {
      key: 'score',
      head: 'Score',
      sortBy: 'wonder_score',
      className: 'number col-score',
      cell: (fan) => format.score(fan.wonder_score),
    },
    {
      key: 'tier',
      head: 'Tier',
      sortBy: null,
      className: 'col-tier',
      cell: (fan) => fan.wonder_score_tier,
    },
    {
      key: 'risk',
      head: 'Churn risk',
      sortBy: 'churn_risk',
      className: 'col-risk',
      cell: (fan) => (
        <Risk level={fan.churn_risk_level}>
          {riskInWords({ of: 'fan', risk: fan.churn_risk, level: fan.churn_risk_level }, format)}
        </Risk>
      ),
    },
    {
      key: 'value',
      head: 'Spent',
      sortBy: 'lifetime_value',
      className: 'number col-value',
      cell: (fan) => format.money(fan.lifetime_value),
    },
    {
      key: 'ltv',
      head: 'LTV',
      sortBy: null,
      className: 'number col-ltv',
      cell: (fan) => (fan.predicted_ltv === null ? QUIET : format.money(fan.predicted_ltv)),
    },
    {
      key: 'sport',
      head: 'Sport',
      sortBy: null,
      className: 'col-sport',
      cell: (fan) => fan.primary_sport ?? QUIET,
    },
    {
      key: 'affiliation',
      head: 'Affiliation',
      sortBy: null,
      className: 'col-affiliation',
      cell: (fan) => fan.primary_affiliation ?? QUIET,
    },
    {
      key: 'loyalty',
      head: 'Loyalty',
      sortBy: null,
      className: 'col-loyalty',
      cell: (fan) => fan.loyalty_tier ?? QUIET,
    },
  ];
}
