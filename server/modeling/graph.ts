import { badModel, type SqlProject, type SqlSource } from './project.ts';
import type { Renderer } from './render.ts';

export type Materialization = 'view' | 'table' | 'incremental';

/**
 * A stage of a run that executes models: `meta.stage` in the model's or its folder's config. Models of
 * `training` belong to no stage of a run: a training runs them at a day in the past.
 */
export type ModelStage = 'clean' | 'score' | 'extend' | 'predict' | 'insights' | 'training';

export interface ModelNode {
  readonly file: SqlSource;
  readonly materialized: Materialization;
  readonly stage: ModelStage;
  readonly refs: readonly string[];
  /** It depends on the landing tables alone, not on the run: `meta.of_landing`. */
  readonly ofLanding: boolean;
}

const MATERIALIZATIONS: ReadonlySet<unknown> = new Set(['view', 'table', 'incremental']);
const STAGES: ReadonlySet<unknown> = new Set([
  'clean',
  'score',
  'extend',
  'predict',
  'insights',
  'training',
]);

function isMaterialization(value: unknown): value is Materialization {
  return MATERIALIZATIONS.has(value);
}

function isStage(value: unknown): value is ModelStage {
  return STAGES.has(value);
}

function entries(value: unknown): [string, unknown][] {
  if (value instanceof Map) return [...value].map(([key, item]) => [String(key), item]);
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

/** Settings of the folders above a model, outermost first, overridden by its own config(). */
function settingsOf(project: SqlProject, file: SqlSource, own: Record<string, unknown>) {
  const settings = new Map<string, unknown>();
  const take = (name: string, value: unknown) => {
    if (name === 'meta')
      for (const [key, item] of entries(value)) settings.set(`meta.${key}`, item);
    else settings.set(name, value);
  };
  let level: unknown = project.folderConfig;
  for (const folder of ['', ...file.path.split('/').slice(1, -1)]) {
    if (folder !== '') level = entries(level).find(([name]) => name === folder)?.[1];
    for (const [name, value] of entries(level)) {
      if (name.startsWith('+')) take(name.slice(1), value);
    }
  }
  for (const [name, value] of entries(own)) take(name, value);
  return settings;
}

function nodeOf(project: SqlProject, file: SqlSource, renderer: Renderer): ModelNode {
  const { refs, config } = renderer.render(file, {
    relations: { ref: (name) => name, source: (source, table) => `${source}.${table}` },
  });
  const settings = settingsOf(project, file, config);
  const materialized = settings.get('materialized');
  const stage = settings.get('meta.stage');
  if (!isMaterialization(materialized)) {
    throw badModel(
      file.path,
      `materialized must be view, table or incremental, not ${materialized}`,
      1,
    );
  }
  if (!isStage(stage)) {
    throw badModel(
      file.path,
      `meta.stage must be clean, score, extend, predict, insights or training, not ${stage}`,
      1,
    );
  }
  const ofLanding = settings.get('meta.of_landing') === true;
  return { file, materialized, stage, refs, ofLanding };
}

/** Every model after the models it refers to; ties by name. Throws `bad_model` on a cycle. */
export function orderModels(project: SqlProject, renderer: Renderer): ModelNode[] {
  const nodes = new Map(
    [...project.models].map(([name, file]) => [name, nodeOf(project, file, renderer)]),
  );
  const ordered = new Set<string>();
  const visit = (name: string, above: readonly string[]) => {
    const node = nodes.get(name);
    if (node === undefined || ordered.has(name)) return;
    if (above.includes(name)) {
      const circle = [...above.slice(above.indexOf(name)), name].join(' -> ');
      throw badModel(node.file.path, `models refer to each other in a circle: ${circle}`, 1);
    }
    for (const ref of [...node.refs].sort()) visit(ref, [...above, name]);
    ordered.add(name);
  };
  for (const name of [...nodes.keys()].sort()) visit(name, []);
  return [...ordered].flatMap((name) => nodes.get(name) ?? []);
}
