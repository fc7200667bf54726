import { z } from '@hono/zod-openapi';
import { SORT_COLUMNS } from './fan.ts';
import { values } from './values.ts';

const wholeNumber = (least: number, most: number) => {
  const said = `a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,6}$/, said)
    .transform(Number)
    .pipe(z.int(said).min(least, said).max(most, said))
    .openapi({ type: 'integer', minimum: least, maximum: most });
};

const SCORE_BOUND = 'a number from 0 to 100, at most two decimals';
const scoreBound = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,2})?$/, SCORE_BOUND)
  .transform(Number)
  .pipe(z.number().min(0, SCORE_BOUND).max(100, SCORE_BOUND))
  .openapi({ type: 'number', minimum: 0, maximum: 100, description: 'at most two decimals' });

const filterText = z.string().min(1).max(200);

const fanFilters = {
  sport: filterText.optional(),
  affiliation: filterText.optional(),
  loyalty_tier: filterText.optional(),
  tier: values.tier.optional(),
};

const scoreDate = {
  score_date: values.date
    .optional()
    .openapi({ description: 'a published day; default: the latest' }),
};

const cursor = z
  .string()
  .min(1)
  .max(1000)
  .optional()
  .openapi({ description: 'next_cursor of the page before' });

const yesOrNo = z.enum(['true', 'false']).openapi({ type: 'boolean' }).optional();
const contactable = yesOrNo.openapi({
  description: 'true: only fans with marketing opt-in and consent; false: only the others',
});

const SORTS = SORT_COLUMNS.flatMap((column) => [`-${column}`, column]);

function isLocale(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

const writtenIn = {
  locale: z
    .string()
    .max(35)
    .refine(isLocale, 'a language tag such as en-US')
    .optional()
    .openapi({ description: 'how figures are written; the words are English', example: 'de-DE' }),
} as const;

/** Query parameters per kind of route. A parameter that is not listed is refused, never ignored. */
export const queries = {
  none: z.strictObject({}),
  score: z.strictObject(scoreDate),
  history: z.strictObject({
    days: wholeNumber(1, 800).optional().openapi({ description: '1..800, default 90' }),
  }),
  change: z.strictObject({
    from: values.date.optional().openapi({ description: 'default: 28 days before' }),
    to: values.date.optional().openapi({ description: 'default: the latest published day' }),
  }),
  fans: z.strictObject({
    ...scoreDate,
    limit: wholeNumber(1, 500).optional().openapi({ description: '1..500, default 100' }),
    cursor,
    sort: z
      .enum(SORTS)
      .optional()
      .openapi({ description: 'default -wonder_score; a leading - is descending' }),
    q: z.string().min(1).max(100).optional().openapi({
      description: 'part of a wonder_id, or of a name where names are allowed',
    }),
    ...fanFilters,
    min_score: scoreBound.optional(),
    max_score: scoreBound.optional(),
    department: values.department.optional().openapi({ description: 'only the fans of it' }),
    churn_risk_level: values.churnLevel.optional(),
    contactable,
    bought: yesOrNo.openapi({ description: 'any net revenue in the last 90 days' }),
    hosted: yesOrNo.openapi({ description: 'any event hosted in the last 90 days' }),
  }),
  churnFans: z.strictObject({
    ...scoreDate,
    limit: wholeNumber(1, 500).optional().openapi({ description: '1..500, default 100' }),
    cursor,
    ...fanFilters,
    min_risk: scoreBound.optional().openapi({ description: 'default 70: the fans at risk' }),
    max_risk: scoreBound.optional().openapi({ description: 'below 70 only with min_risk' }),
    contactable,
  }),
  cohort: z.strictObject({ ...scoreDate, ...fanFilters }),
  segments: z.strictObject({
    ...scoreDate,
    days: wholeNumber(1, 800).optional().openapi({ description: 'days of history, default none' }),
    ...fanFilters,
  }),
  movers: z.strictObject({
    since: values.date.optional().openapi({ description: 'default: the previous run' }),
    limit: wholeNumber(1, 500).optional().openapi({ description: '1..500, default 100' }),
    cursor,
    ...fanFilters,
  }),
  narrative: z.strictObject({ ...scoreDate, ...writtenIn }),
  insights: z.strictObject({
    ...scoreDate,
    department: values.department.optional(),
    ...writtenIn,
  }),
  department: z.strictObject({
    ...scoreDate,
    department: values.department.optional(),
  }),
  runs: z.strictObject({
    limit: wholeNumber(1, 500).optional().openapi({ description: '1..500, default 50' }),
    cursor,
  }),
} as const;
