import { z } from '@hono/zod-openapi';
import { BASE_SCORES } from '../domain/score-names.ts';
import { metaSchema } from './meta.ts';
import { values } from './values.ts';

const changeEndSchema = z
  .object({ score_date: values.date, run_id: z.string(), wonder_score: values.score })
  .openapi('ChangeEnd');

const step = {
  label: z.string(),
  from_points: values.points,
  to_points: values.points,
  change: values.points,
};

const changePartSchema = z
  .object({
    score: z.enum(BASE_SCORES),
    ...step,
    lines: z.array(z.object({ component: z.string(), ...step }).openapi('ChangeLine')),
  })
  .openapi('ChangePart');

/** The change of a WonderScore split by score and component; the parts add up to the whole. */
export const changeSchema = z
  .object({
    wonder_id: z.string(),
    from: changeEndSchema,
    to: changeEndSchema,
    change: values.points,
    parts: z.array(changePartSchema),
    meta: metaSchema,
  })
  .openapi('ScoreChange');

/** How a score came from one day's value to another's; the parts add up to the change. */
export type ScoreChange = z.infer<typeof changeSchema>;

/** One base score's part in it, in points of the WonderScore, with its own lines. */
export type ChangePart = z.infer<typeof changePartSchema>;
