import { createRequire } from 'node:module';
import { z } from 'zod';
import type { BenchRows } from './trees-data.ts';
import { cpuSeconds } from './trees-timing.ts';

type Columns = Record<string, number[] | string[]>;

export interface YdfResult {
  readonly seconds: number;
  /** Trees it grew: up to 300, fewer where its own validation rows stopped it. */
  readonly trees: number;
  readonly predicted: readonly number[];
}

/** Further trees it grows before it believes that more do not help. */
const LOOK_AHEAD = 30;
const MOST_TREES = 300;

const callable = z.custom<(...input: unknown[]) => unknown>((value) => typeof value === 'function');
const constructible = z.custom<new (...input: unknown[]) => object>(
  (value) => typeof value === 'function',
);
const library = z.object({ GradientBoostedTreesLearner: constructible });

/**
 * Trains ydf-training (WebAssembly) on the same rows with its own settings, which its JavaScript does
 * not let one choose: up to 300 trees of depth 5 (it counts the root, so says 6), rate 0.1, a tenth of
 * the rows kept for validation. Null where the package is not installed.
 */
export async function trainYdf(train: BenchRows, test: BenchRows): Promise<YdfResult | null> {
  const load = findPackage();
  if (load === null) return null;
  const { GradientBoostedTreesLearner } = library.parse(await load());
  const learner = new GradientBoostedTreesLearner('label', 'CLASSIFICATION');
  const columns = toColumns(train);
  const { seconds, result: model } = cpuSeconds(() => call(learner, 'train', columns));
  const [, trees] =
    /Number of trees:\s*(\d+)/.exec(z.string().parse(call(model, 'describe'))) ?? [];
  const classes = z.array(z.string()).parse(read(model, 'labelClasses'));
  const kept = Number(trees ?? MOST_TREES);
  return {
    seconds,
    trees: Math.min(MOST_TREES, kept === MOST_TREES ? kept : kept + LOOK_AHEAD),
    predicted: z
      .array(z.number())
      .parse(call(model, 'predict', toColumns(test)))
      .map((probability) => (classes[1] === '1' ? probability : 1 - probability)),
  };
}

function findPackage(): (() => unknown) | null {
  try {
    const exported: unknown = createRequire(import.meta.url)('ydf-training');
    return callable.parse(exported);
  } catch {
    return null;
  }
}

function call(target: unknown, method: string, ...input: unknown[]): unknown {
  return Reflect.apply(callable.parse(read(target, method)), target, input);
}

function read(target: unknown, name: string): unknown {
  return typeof target === 'object' && target !== null ? Reflect.get(target, name) : undefined;
}

function toColumns({ frame, labels }: BenchRows): Columns {
  const features = frame.names.map((name, at) => [name, Array.from(frame.columns[at] ?? [])]);
  return { ...Object.fromEntries(features), label: Array.from(labels, String) };
}
