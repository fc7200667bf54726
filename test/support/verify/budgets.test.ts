import { expect, test } from 'vitest';
import { checkExports } from './check-exports.ts';
import { checkModels } from './check-models.ts';
import { checkNames } from './check-names.ts';
import { checkPackages } from './check-packages.ts';
import { checkPages } from './check-pages.ts';
import { checkSizes } from './check-sizes.ts';
import { checkWords } from './check-words.ts';
import { readModule } from './module-facts.ts';

const file = (path: string, text: string) => new Map([[path, text]]);
const exportsOf = (path: string, text: string) => checkExports([readModule(path, text)]);

test('a file of more than 400 lines fails; a few long ones are listed, many fail', () => {
  expect(checkSizes(file('server/a.ts', 'x\n'.repeat(401))).problems).toHaveLength(2);
  const short = Array.from({ length: 20 }, (_, at) => [`server/a${at}.ts`, 'x\n'] as const);
  const { problems, long, median } = checkSizes(
    new Map([...short, ['server/long.ts', 'x\n'.repeat(251)], ['server/at.ts', 'x\n'.repeat(250)]]),
  );
  expect(problems).toEqual([]);
  expect(long).toEqual(['server/long.ts has 251 lines']);
  expect(median).toBe(1);
});

test('exports: at most three values, types not counted, docs where the vocabulary is shared', () => {
  const values = 'export const a = 1, b = 2;\nexport function c() {}\nexport class D {}\n';
  expect(exportsOf('server/http/a.ts', values)).toHaveLength(1);
  expect(exportsOf('server/http/a.ts', 'export const a = 1;\nexport type B = 1;')).toEqual([]);
  const three = 'export const a = 1, b = 2, c = 3;\nexport interface D {}\nexport type E = 1;\n';
  expect(exportsOf('server/http/a.ts', three)).toEqual([]);
  expect(exportsOf('server/ports/a.ts', 'export interface A {}')).toHaveLength(1);
  expect(exportsOf('server/ports/a.ts', '/* not doc */ export interface A {}')).toHaveLength(1);
  expect(exportsOf('server/ports/a.ts', '/** Doc. */\nexport interface A {}')).toEqual([]);
});

test('file names: kebab-case for code, snake_case for SQL', () => {
  const wrong = ['server/MyFile.ts', 'server/my_file.ts', 'sql/models/my-model.sql', 'a/B/c.tsx'];
  expect(checkNames(wrong)).toHaveLength(wrong.length);
  const right = ['server/my-file.ts', 'test/a.test.ts', 'sql/models/_landing__sources.yml'];
  expect(checkNames([...right, 'README.md', 'sql/setup/1_landing.sql'])).toEqual([]);
});

test('SQL models: length, last line, and a yml that describes and tests', () => {
  const path = 'sql/models/marts/m.sql';
  const beside = 'sql/models/marts/m.yml';
  const good = 'with final as (select 1 as a)\n\nselect * from final\n';
  const yml = (rest: string) => `models:\n  - name: m\n    description: M.\n${rest}`;
  const tested = yml('    columns:\n      - name: a\n        data_tests: [not_null]\n');
  const judge = (sql: string, text?: string) =>
    checkModels(new Map([...file(path, sql), ...(text === undefined ? [] : file(beside, text))]));
  expect(judge(good, tested)).toEqual([]);
  expect(judge(good)).toHaveLength(1);
  expect(judge(good, yml('    columns:\n      - name: a\n'))).toHaveLength(1);
  expect(judge(good, tested.replace('name: m\n', 'name: other\n'))).toHaveLength(1);
  expect(judge('select 1 as a\n', tested)).toHaveLength(1);
  expect(judge(`${'--\n'.repeat(150)}select * from final\n`, tested)).toHaveLength(1);
});

test('packages: exact pins, no addresses, nothing for a newer Node', () => {
  const judge = (pin: string, entry: object) =>
    checkPackages(
      new Map([
        ['package.json', JSON.stringify({ dependencies: { a: pin } })],
        ['package-lock.json', JSON.stringify({ packages: { 'node_modules/a': entry } })],
      ]),
    );
  expect(judge('1.2.3', { engines: { node: '^20.19.0 || >=22' } })).toEqual([]);
  expect(judge('1.5.6-r.1', {})).toEqual([]);
  for (const pin of ['^1.2.3', '~1.2.3', '1.2', '*', 'latest', '1.x']) {
    expect(judge(pin, {})).toHaveLength(1);
  }
  expect(judge('1.2.3', { resolved: 'https://example.test/a.tgz' })).toHaveLength(1);
  expect(judge('1.2.3', { engines: { node: '>=22.12' } })).toHaveLength(1);
  expect(judge('1.2.3', { optionalDependencies: { 'a-darwin': '1.2.3' } })).toHaveLength(1);
  expect(checkPackages(file('sql/requirements.txt', 'a==1.0\nb>=2\n'))).toHaveLength(2);
});

test('words: paths of one machine, registries, things left for later, silenced errors', () => {
  const at = (...parts: string[]) => parts.join('');
  const wrong = [
    at('cd ', '/wo', 'rk/main'),
    at("join('", '/tm', "p', 'a')"),
    at('"', '/ro', 'ot/.cache"'),
    at('https://registry', '.npmjs', '.org/a'),
    at('// TO', 'DO later'),
    at('// @', 'ts-ignore'),
    at('x as ', 'unknown as y'),
  ];
  for (const line of wrong) expect(checkWords(file('a.ts', line))).toHaveLength(1);
  const right = ["from './workplace.ts'", 'src/tmp/a', 'https://example.test/home/a', 'todo'];
  for (const line of right) expect(checkWords(file('a.ts', line))).toEqual([]);
});

test('pages: the rings within 40 KB, every other within its own limit', () => {
  const page = (url: string, gzip: number, limit = 40 * 1024) => ({ url, gzip, limit, files: [] });
  const rings = page('extension/score-rings', 40 * 1024);
  expect(checkPages([rings, page('preview', 5, 10)])).toEqual([]);
  expect(checkPages([rings, page('preview', 11, 10)])).toHaveLength(1);
  expect(checkPages([page('extension/score-rings', 40 * 1024 + 1)])).toHaveLength(1);
  expect(checkPages([page('extension/score-rings', 5, 50 * 1024)])).toHaveLength(1);
  expect(checkPages([page('preview', 5)])).toHaveLength(1);
});
