import { z } from '@hono/zod-openapi';
import { DEPARTMENTS } from '../domain/departments.ts';
import { SEGMENTS } from '../domain/segments.ts';
import { CHURN_LEVELS, WONDER_TIERS } from '../domain/tiers.ts';
import { decimals } from './decimals.ts';

const score = z.number().min(0).max(100);

/** The scalar values that many answers share, each with its range and unit. */
export const values = {
  date: z.iso.date().openapi({ example: '2025-03-01' }),
  moment: z.iso.datetime().openapi({ example: '2025-03-02T08:14:05.000Z' }),
  score: score.openapi({ description: '0..100, at most two decimals', example: 74.27 }),
  scoreOrNull: score.nullable().openapi({ description: '0..100; null: no data', example: 62.5 }),
  points: decimals(2).openapi({ description: 'points, at most two decimals', example: 33.24 }),
  count: z.int().min(0),
  countOrNull: z.int().min(0).nullable(),
  share: decimals(6).min(0).max(1).openapi({ description: '0..1, at most six decimals' }),
  money: decimals(2).openapi({ description: 'US dollars, at most two decimals' }),
  moneyOrNull: decimals(2).nullable().openapi({
    description: 'US dollars, at most two decimals; null: no data',
  }),
  tier: z.enum(WONDER_TIERS).openapi({ example: 'Champion' }),
  churnLevel: z.enum(CHURN_LEVELS),
  churnSource: z.enum(['rule', 'model']).openapi({
    description: 'rule: computed from the rule, and never a probability; model: from a model',
  }),
  segment: z.enum(SEGMENTS).openapi({ example: 'elite' }),
  department: z.enum(DEPARTMENTS).openapi({ example: 'athletics' }),
  text: z.string(),
  textOrNull: z.string().nullable(),
  nextCursor: z.string().nullable().openapi({ description: 'pass as `cursor`; null: the end' }),
} as const;
