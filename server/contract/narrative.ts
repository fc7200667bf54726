import { z } from '@hono/zod-openapi';
import { FACT_UNITS } from '../domain/fact.ts';
import { decimals } from './decimals.ts';
import { metaSchema } from './meta.ts';
import { values } from './values.ts';

/** A fact behind the figures of a text, as insights and narratives carry it. */
export const factSchema = z
  .object({
    id: z.string().openapi({ description: 'unique in its answer', example: 'at_risk_fans.change' }),
    label: z.string().openapi({ example: 'Fans at risk, change in 28 days' }),
    value: decimals(6).nullable().openapi({
      description: 'at most six decimals; null: no data; a fall is negative',
    }),
    unit: z.enum(FACT_UNITS),
    direction: z.enum(['up', 'down', 'flat']).nullable().openapi({
      description: 'of a change; null where the value is none',
    }),
    text: z.string().openapi({ description: 'as the text writes it', example: '112' }),
  })
  .openapi('Fact');

const segmentSchema = z
  .object({
    text: z.string(),
    fact_id: values.textOrNull.openapi({ description: 'the fact this figure is; null: words' }),
  })
  .openapi('NarrativeSegment');

const sentenceSchema = z
  .object({
    role: z.enum(['summary', 'win', 'concern', 'recommendation']),
    segments: z.array(segmentSchema),
  })
  .openapi('NarrativeSentence');

/** A text about a department or a fan, and the facts behind every figure in it. */
export const narrativeSchema = z
  .object({
    kind: z.enum(['summary', 'department', 'fan']),
    department: values.department.nullable().openapi({ description: 'null: about a fan' }),
    wonder_id: values.textOrNull.openapi({ description: 'null: about a department' }),
    text: z.string().openapi({ description: 'plain text: no HTML, Markdown or link' }),
    sentences: z.array(sentenceSchema).openapi({
      description: 'the same text, most important first; each figure refers to its fact',
    }),
    source: z.enum(['openai', 'template']),
    model: values.textOrNull.openapi({ description: 'which model wrote it; null: rules did' }),
    why: values.textOrNull.openapi({ description: 'why rules wrote it; null: a model did' }),
    compared_with: values.date.nullable().openapi({
      description: 'the day changes are counted from; null: no earlier run, and no change is named',
    }),
    facts: z.array(factSchema),
    generated_at: values.moment,
    meta: metaSchema,
  })
  .openapi('Narrative');

/** A text with its facts. */
export type Narrative = z.infer<typeof narrativeSchema>;
