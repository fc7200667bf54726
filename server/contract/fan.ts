import { z } from '@hono/zod-openapi';
import { metaSchema } from './meta.ts';
import { baseScores, extendedScores } from './score.ts';
import { values } from './values.ts';

const person = {
  wonder_id: z.string(),
  first_name: values.textOrNull.openapi({ description: 'null where not allowed' }),
  last_name: values.textOrNull.openapi({ description: 'null where not allowed' }),
} as const;

const standing = {
  wonder_score: values.score,
  wonder_score_tier: values.tier,
  percentile_rank: values.score,
  loyalty_tier: values.textOrNull,
  primary_sport: values.textOrNull,
  primary_affiliation: values.textOrNull,
} as const;

const fanListItemSchema = z
  .object({
    ...person,
    ...standing,
    ...baseScores,
    churn_risk: values.score,
    churn_risk_level: values.churnLevel,
    churn_source: values.churnSource,
    predicted_ltv: values.moneyOrNull,
    lifetime_value: values.money,
    account_age_days: values.countOrNull,
  })
  .openapi('FanListItem');

/** A page of fans; `total` counts all that match, and `next_cursor` stays on this run. */
export const fanListSchema = z
  .object({
    items: z.array(fanListItemSchema),
    total: values.count,
    next_cursor: values.nextCursor,
    meta: metaSchema,
  })
  .openapi('FanList');

/** One fan: who they are, where allowed, and how they stand. */
export const fanProfileSchema = z
  .object({
    ...person,
    ...standing,
    top_percent: z.number().min(0.1).max(100),
    ...baseScores,
    coverage: values.share,
    ...extendedScores,
    segments: z.array(values.segment),
    meta: metaSchema,
  })
  .openapi('FanProfile');

/** Columns a list can be sorted by; a leading `-` means descending. */
export const SORT_COLUMNS = [
  'wonder_score',
  'wonder_id',
  'engagement_score',
  'loyalty_score',
  'value_score',
  'sentiment_score',
  'advocacy_score',
  'churn_risk',
  'lifetime_value',
] as const;

/** One fan in a list; names are null where they may not be shown. */
export type FanListItem = z.infer<typeof fanListItemSchema>;

/** A page of fans of one run, with the total of all pages. */
export type FanList = z.infer<typeof fanListSchema>;

/** Who a fan is and how that fan stands; names are null where they may not be shown. */
export type FanProfile = z.infer<typeof fanProfileSchema>;
