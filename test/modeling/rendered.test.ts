import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readProject, renderAll } from '../support/rendered-sql.ts';

const GOLDEN = join(import.meta.dirname, '../golden/rendered');
const UPDATE = 'UPDATE_GOLDEN=1 npx vitest run test/modeling/rendered.test.ts';
const updating = process.env.UPDATE_GOLDEN === '1' && process.env.CI !== 'true';

async function write(folder: string, texts: ReadonlyMap<string, string>): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, text] of texts) await writeFile(join(folder, `${name}.sql`), text);
}

describe.each(['duckdb', 'snowflake'] as const)('the SQL for %s', (engine) => {
  const folder = join(GOLDEN, engine);

  it('is what the golden files say', async () => {
    const texts = renderAll(await readProject(), engine);
    if (updating) await write(folder, texts);
    const kept = (await readdir(folder)).map((file) => file.replace(/\.sql$/, ''));
    expect(kept.sort(), `after a change of sql/: ${UPDATE}`).toEqual([...texts.keys()].sort());
    const changed: string[] = [];
    for (const [name, text] of texts) {
      const golden = await readFile(join(folder, `${name}.sql`), 'utf8');
      if (golden !== text) changed.push(name);
    }
    expect(changed, `read the difference, then: ${UPDATE}`).toEqual([]);
  });
});
