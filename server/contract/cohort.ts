import { z } from '@hono/zod-openapi';
import { metaSchema } from './meta.ts';
import { scoreReceiptSchema } from './receipt.ts';
import { values } from './values.ts';

const average = values.scoreOrNull.openapi({
  description: 'mean, two decimals; null when there is no fan or the group is too small to show',
});

const partOf = values.countOrNull.openapi({
  description: 'fans the figure before is of; 0: no data; null: hidden, because too few have it',
});

const averages = {
  wonder_score: average,
  engagement_score: average,
  loyalty_score: average,
  value_score: average,
  sentiment_score: average,
  advocacy_score: average,
} as const;

const delta = values.points.nullable();

/** The averages of a group of fans. A group too small to be shown has nulls and `suppressed`. */
export const cohortSchema = z
  .object({
    fans: values.countOrNull.openapi({ description: 'null when suppressed' }),
    suppressed: z.boolean(),
    minimum: z.int().openapi({ description: 'the smallest group that is shown' }),
    ...averages,
    coverage: values.share.nullable(),
    hospitality_experience_score: average,
    hospitality_fans: partOf,
    digital_affinity_score: average,
    digital_fans: partOf,
    revenue_efficiency_score: average,
    efficiency_fans: partOf,
    high_risk_share: values.share.nullable(),
    high_risk_fans: partOf,
    median_ltv: values.moneyOrNull,
    ltv_fans: partOf,
    change: z
      .object({
        since: values.date,
        wonder_score: delta,
        engagement_score: delta,
        loyalty_score: delta,
        value_score: delta,
        sentiment_score: delta,
        advocacy_score: delta,
      })
      .nullable()
      .openapi({ description: 'against 28 days before; null without such a run' }),
    history: z.array(
      z.object({
        score_date: values.date,
        wonder_score: average,
        fans: values.countOrNull,
      }),
    ),
    meta: metaSchema,
  })
  .openapi('Cohort');

/** How the averages of a group came about; a line's rank and points are means. */
export const cohortReceiptSchema = z
  .object({
    fans: values.countOrNull.openapi({ description: 'null when suppressed' }),
    suppressed: z.boolean(),
    minimum: z.int(),
    scores: z.array(scoreReceiptSchema),
    meta: metaSchema,
  })
  .openapi('CohortReceipt');

const optionsSchema = z.array(
  z.object({
    value: z.string(),
    fans: values.countOrNull.openapi({ description: 'null: too few to show' }),
  }),
);

/** What the filter controls offer. */
export const filtersSchema = z
  .object({
    sports: optionsSchema,
    affiliations: optionsSchema,
    loyalty_tiers: optionsSchema,
    tiers: optionsSchema,
    meta: metaSchema,
  })
  .openapi('Filters');

/** Averages of the fans who match the filters; null where suppressed or without data. */
export type Cohort = z.infer<typeof cohortSchema>;

/** The values that fans can be filtered by, with how many fans have each. */
export type Filters = z.infer<typeof filtersSchema>;

/** How the averages of a group came about; the points of a receipt add up to the average. */
export type CohortReceipt = z.infer<typeof cohortReceiptSchema>;
