import { dayOfDate } from './calendar.ts';
import { cleanLanding } from './clean.ts';
import type { Row } from './csv.ts';
import { formatHundredths } from './fraction.ts';
import type { Landing } from './landing-folder.ts';
import { selectPopulation } from './population.ts';
import type { TableCounts } from './quality.ts';
import { scoreAdvocacy } from './scores/advocacy.ts';
import { scoreChurn } from './scores/churn.ts';
import { measureCoverage } from './scores/coverage.ts';
import { scoreDigital } from './scores/digital.ts';
import { scoreEfficiency } from './scores/efficiency.ts';
import { scoreEngagement } from './scores/engagement.ts';
import { scoreHospitality } from './scores/hospitality.ts';
import { scoreLoyalty } from './scores/loyalty.ts';
import { listSegments } from './scores/segments.ts';
import { scoreSentiment } from './scores/sentiment.ts';
import { totalPast } from './scores/totals.ts';
import { scoreValue } from './scores/value.ts';
import { scoreWonder } from './scores/wonder.ts';
import type { TableName } from './tables.ts';

/** The expected files of the golden data, as text cells, and the counts of their manifest. */
export interface OracleResult {
  readonly daily: readonly Row[];
  readonly extended: readonly Row[];
  readonly segments: readonly Row[];
  readonly quality: ReadonlyMap<TableName, TableCounts>;
}

/** Every score of a landing folder as of a day ('YYYY-MM-DD'), by the specification, without SQL. */
export function scoreLanding(landing: Landing, scoreDate: string): OracleResult {
  const asOf = dayOfDate(scoreDate);
  if (asOf === null) throw new Error(`'${scoreDate}' is no date`);
  const [clean, quality] = cleanLanding(landing, asOf);
  const population = selectPopulation(clean, asOf);
  const { fans } = population;
  const engagement = scoreEngagement(population);
  const loyalty = scoreLoyalty(population);
  const value = scoreValue(population);
  const sentiment = scoreSentiment(population);
  const advocacy = scoreAdvocacy(population);
  const coverage = measureCoverage(population);
  const hospitality = scoreHospitality(population);
  const digital = scoreDigital(population);
  const efficiency = scoreEfficiency(population);
  const churn = scoreChurn(population);
  const totals = totalPast(population);
  const base = fans.map((_, index) => ({
    ...pick(engagement, index),
    ...pick(loyalty, index),
    ...pick(value, index),
    ...pick(sentiment, index),
    ...pick(advocacy, index),
  }));
  const wonder = scoreWonder(base);
  const identity = fans.map(({ fan }) => ({
    fan_sk: fan.sk,
    wonder_id: fan.wonderId,
    score_date: scoreDate,
  }));
  const segments = listSegments(
    fans.map(({ fan }, index) => ({
      wonder_id: fan.wonderId,
      ...pick(wonder, index),
      ...pick(base, index),
      ...pick(churn, index),
      account_age: fan.created === null ? null : asOf - fan.created,
    })),
  );
  return {
    daily: fans.map(({ fan }, index) =>
      toRow({
        ...pick(identity, index),
        ...pick(wonder, index),
        ...pick(base, index),
        ...pick(coverage, index),
        loyalty_tier: fan.tier,
        primary_sport: fan.sport,
        primary_affiliation: fan.affiliation,
      }),
    ),
    extended: fans.map((_, index) =>
      toRow({
        ...pick(identity, index),
        hospitality_experience_score: pick(hospitality, index),
        digital_affinity_score: pick(digital, index),
        revenue_efficiency_score: pick(efficiency, index),
        ...pick(churn, index),
        ...pick(totals, index),
      }),
    ),
    segments: segments.flatMap(({ segment, members }) =>
      members.map((wonder_id, index) => toRow({ segment, wonder_id, position: index + 1 })),
    ),
    quality: quality.report(),
  };
}

function pick<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error(`a score has no fan ${index}`);
  return item;
}

/** Big integers are hundredths. */
function toRow(record: Readonly<Record<string, bigint | number | string | boolean | null>>): Row {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => {
      if (value === null) return [name, null];
      return [name, typeof value === 'bigint' ? formatHundredths(value) : String(value)];
    }),
  );
}
