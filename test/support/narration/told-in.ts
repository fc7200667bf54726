import { z } from 'zod';

const promptSchema = z.object({ messages: z.array(z.object({ content: z.string() })) });
const userSchema = z.object({
  department: z.string(),
  facts: z.array(z.looseObject({ what: z.string(), figure: z.string() })),
  draft: z.string(),
});

/** The facts and draft a request carries. */
export function toldIn(body: string): z.infer<typeof userSchema> {
  const { messages } = promptSchema.parse(JSON.parse(body));
  return userSchema.parse(JSON.parse(messages.at(-1)?.content ?? ''));
}
