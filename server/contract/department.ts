import { z } from '@hono/zod-openapi';
import { decimals } from './decimals.ts';
import { metaSchema } from './meta.ts';
import { values } from './values.ts';

const figure = {
  metric: z.string().openapi({ example: 'average_wonder_score' }),
  label: z.string(),
  value: decimals(4).nullable().openapi({
    description: 'at most four decimals; null: no data, or suppressed',
  }),
  unit: z.enum(['score', 'fans', 'money', 'share', 'points', 'days', 'count']),
  fans: values.countOrNull.openapi({ description: 'fans behind the figure; null: suppressed' }),
  suppressed: z.boolean(),
} as const;

const kpiSchema = z
  .object({
    ...figure,
    change: decimals(4).nullable().openapi({
      description: 'against 28 days before, at most four decimals; null without such a run',
    }),
  })
  .openapi('Kpi');

const breakdownSchema = z
  .object({
    ...figure,
    dimension: z.string().openapi({ example: 'primary_sport' }),
    dimension_value: values.textOrNull,
  })
  .openapi('BreakdownItem');

/** The figures of a department: one shape for all five. */
export const departmentMetricsSchema = z
  .object({
    department: values.department,
    kpis: z.array(kpiSchema),
    breakdown: z.array(breakdownSchema),
    meta: metaSchema,
  })
  .openapi('DepartmentMetrics');

/** One department's figures: KPIs with their change, and breakdowns. */
export type DepartmentMetrics = z.infer<typeof departmentMetricsSchema>;
