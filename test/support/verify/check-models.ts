import { parse } from 'yaml';
import { z } from 'zod';
import type { SourceTree } from './source-tree.ts';

const LONGEST = 150;
const LAST_LINE = 'select * from final';

const tests = z.array(z.unknown()).optional();
const column = z.object({ name: z.string(), data_tests: tests });
const description = z.object({
  models: z.array(
    z.object({
      name: z.string(),
      description: z.string().optional(),
      data_tests: tests,
      columns: z.array(column).optional(),
    }),
  ),
});

/** Models of at most 150 lines that end in `select * from final`, each described and tested beside. */
export function checkModels(tree: SourceTree): string[] {
  return [...tree]
    .filter(([path]) => /^sql\/models\/.*\.sql$/.test(path))
    .flatMap(([path, text]) => [
      ...checkText(path, text),
      ...checkDescription(path, tree.get(path.replace(/\.sql$/, '.yml'))),
    ]);
}

function checkText(path: string, text: string): string[] {
  const lines = text.trimEnd().split('\n');
  const wrong: string[] = [];
  if (lines.length > LONGEST) {
    wrong.push(`${path} has ${lines.length} lines; the most is ${LONGEST}`);
  }
  if (lines.at(-1)?.trim() !== LAST_LINE) wrong.push(`${path} does not end in "${LAST_LINE}"`);
  return wrong;
}

function checkDescription(path: string, text: string | undefined): string[] {
  const name = path.replace(/^.*\//, '').replace(/\.sql$/, '');
  if (text === undefined) return [`${path} has no yml of its name beside it`];
  const parsed = description.safeParse(parse(text));
  const model = parsed.data?.models.find((each) => each.name === name);
  if (model === undefined) return [`${path}: the yml beside it does not describe ${name}`];
  const tested = [model, ...(model.columns ?? [])].some((each) => each.data_tests?.length);
  const wrong: string[] = [];
  if (model.description === undefined) wrong.push(`${path}: its yml has no description`);
  if (!tested) wrong.push(`${path}: its yml tests nothing`);
  return wrong;
}
