export {};

const [name = '', ...rest] = process.argv.slice(2);
const BENCHES: Readonly<
  Record<string, () => Promise<{ run(sizes: readonly string[]): Promise<void> }>>
> = {
  http: () => import('./http.ts'),
  panels: () => import('./panels.ts'),
  predict: () => import('./predict.ts'),
  insights: () => import('./insights.ts'),
  scoring: () => import('./scoring.ts'),
  trees: () => import('./trees.ts'),
};

const load = new Map(Object.entries(BENCHES)).get(name);
if (load === undefined) {
  console.error(`npm run bench -- NAME, where NAME is one of: ${Object.keys(BENCHES).join(', ')}`);
  process.exitCode = 2;
} else {
  await (await load()).run(rest);
}
