import type { ChurnSummary } from '../../../server/contract/index.ts';
import type { ChurnFan } from '../../models/churn.ts';
import { type CsvCell, type NamedText, toCsv } from '../../ui/csv.ts';
import { fileStem } from '../../ui/file-stem.ts';

const COLUMNS = [
  'wonder_id',
  'first_name',
  'last_name',
  'wonder_score',
  'wonder_score_tier',
  'loyalty_tier',
  'primary_sport',
  'primary_affiliation',
  'churn_risk',
  'churn_risk_level',
  'churn_source',
  'churn_probability',
  'predicted_ltv',
  'value_at_risk',
  'lifetime_value',
] as const satisfies readonly (keyof ChurnFan)[];

const REASONS = [0, 1, 2] as const;

/** The listed fans with their reasons, as a CSV file. */
export function churnFile({ meta }: ChurnSummary, fans: readonly ChurnFan[]): NamedText {
  const head: CsvCell[] = [
    ...COLUMNS,
    'contactable',
    ...REASONS.map((index) => `reason_${index + 1}`),
    'score_date',
  ];
  const rows = fans.map((fan): CsvCell[] => [
    ...COLUMNS.map((column) => fan[column]),
    fan.contactable ? 'yes' : 'no',
    ...REASONS.map((index) => fan.reasons[index]?.text ?? null),
    meta.score_date,
  ]);
  return {
    name: `${fileStem('churn', 'fans', meta.score_date)}.csv`,
    text: toCsv([head, ...rows]),
  };
}
