import { z } from '@hono/zod-openapi';
import { metaSchema } from './meta.ts';
import { values } from './values.ts';

const segmentItemSchema = z
  .object({
    segment: values.segment,
    label: z.string(),
    rule: z.string().openapi({ example: 'Score 70 to 85' }),
    fans: values.count,
    share: values.share.nullable().openapi({
      description: 'of `fans`, 0..1; null where those are fewer than are spoken of in figures',
    }),
    change: z.int().nullable().openapi({
      description: 'fans now minus fans in the previous run; null without one',
    }),
    history: z
      .array(z.object({ score_date: values.date, fans: values.count }))
      .openapi({ description: 'oldest first, now last; only where `days` is asked for' }),
  })
  .openapi('SegmentItem');

/** The seven segments; they overlap, so shares do not add up to one. */
export const segmentListSchema = z
  .object({
    items: z.array(segmentItemSchema),
    total: values.count.openapi({ description: 'number of segments' }),
    next_cursor: values.nextCursor,
    fans: values.count.openapi({ description: 'fans in scope who meet the filters' }),
    previous_score_date: values.date.nullable(),
    meta: metaSchema,
  })
  .openapi('SegmentList');

const moverSchema = z
  .object({
    wonder_id: z.string(),
    first_name: values.textOrNull,
    last_name: values.textOrNull,
    movement: z.enum(['entered', 'left']),
    wonder_score: values.scoreOrNull.openapi({
      description: 'now; null for a fan who is no longer scored',
    }),
  })
  .openapi('Mover');

/** Who entered and left a segment: `before + entered - left = now`. */
export const moversSchema = z
  .object({
    segment: values.segment,
    since: z.object({ score_date: values.date, run_id: z.string() }),
    before: values.count,
    entered: values.count,
    left: values.count,
    now: values.count,
    items: z.array(moverSchema),
    total: values.count.openapi({ description: 'entered + left' }),
    comparable: z.boolean().openapi({
      description: 'false: risk was judged by the rule on one day and by a model on the other',
    }),
    next_cursor: values.nextCursor,
    meta: metaSchema,
  })
  .openapi('SegmentMovers');

/** One segment: exact count, share of all fans (0 to 1), change since the run before. */
export type SegmentItem = z.infer<typeof segmentItemSchema>;

/** The seven segments, in their order. */
export type SegmentList = z.infer<typeof segmentListSchema>;

/** Who entered and left a segment; before + entered - left = now. */
export type SegmentMovers = z.infer<typeof moversSchema>;
