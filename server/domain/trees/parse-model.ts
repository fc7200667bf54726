import { WonderError } from '../errors.ts';
import type { ModelOutput, TreeModel } from './model.ts';
import { parseNodes } from './parse-nodes.ts';
import { finiteNumbers, isFiniteNumber, recordOf } from './parse-values.ts';

const OUTPUTS: ReadonlyMap<unknown, ModelOutput> = new Map([
  ['share', 'share'],
  ['log_odds', 'log_odds'],
  ['value', 'value'],
]);

/**
 * A model from parsed JSON. Throws `bad_model` saying what is wrong for any other shape: missing or
 * unknown keys, another format, features without a name or with the same one, nodes that are no tree.
 */
export function parseModel(json: unknown): TreeModel {
  const keys = ['format', 'output', 'features', 'base', 'importances', 'trees'];
  const record = recordOf(json, keys) ?? refuse(`it is not an object of ${keys.join(', ')}`);
  if (record.format !== 1) refuse('its format is not 1');
  const features = parseFeatures(record.features);
  const importances = finiteNumbers(record.importances) ?? [];
  if (importances.length !== features.length || importances.some((each) => each < 0)) {
    refuse('its importances are not one number of at least 0 per feature');
  }
  const { base, trees } = record;
  return {
    format: 1,
    output: OUTPUTS.get(record.output) ?? refuse('its output is unknown'),
    features,
    base: isFiniteNumber(base) ? base : refuse('its base is not a number'),
    importances,
    trees: parseTrees(trees, features.length),
  };
}

function parseFeatures(json: unknown): string[] {
  if (!Array.isArray(json)) return refuse('its features are no list');
  const names = json.filter((name) => typeof name === 'string' && name !== '');
  if (names.length === 0 || new Set(names).size < json.length) {
    refuse('its features are not distinct names');
  }
  return names;
}

function parseTrees(json: unknown, features: number) {
  if (!Array.isArray(json) || json.length === 0) return refuse('it has no trees');
  return json.map((tree: unknown, index) => {
    const nodes = parseNodes(tree, features);
    return typeof nodes === 'string' ? refuse(`tree ${index}: ${nodes}`) : nodes;
  });
}

function refuse(detail: string): never {
  throw new WonderError('bad_model', { detail: `the stored model cannot be read: ${detail}` });
}
