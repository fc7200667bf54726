import { compileModel } from '../../server/domain/trees/compile-model.ts';
import { rankingAuc } from '../../server/domain/trees/metrics/ranking.ts';
import type { TreeModel } from '../../server/domain/trees/model.ts';
import { predict } from '../../server/domain/trees/predict.ts';
import { trainBoosting } from '../../server/domain/trees/train-boosting.ts';
import { trainForest } from '../../server/domain/trees/train-forest.ts';
import { type BenchRows, makeBenchRows } from './trees-data.ts';
import { type HistogramPasses, histogramPasses } from './trees-pass.ts';
import { cpuSeconds, median } from './trees-timing.ts';
import { trainYdf } from './trees-ydf.ts';

const ROUNDS = 3;
const PASSES = 10;
/** How many times faster than ydf-training, tree for tree. */
const GOAL = 5;
const BOOSTING = { trees: 100, depth: 5, minRowsToSplit: 2, rate: 0.1, seed: 42 };
const FOREST = { trees: 100, depth: 10, minRowsToSplit: 50, seed: 42 };

/**
 * `npm run bench -- trees [ROWS]`: 100 boosted trees of depth 5 on ROWS (200,000) x 10, against one pass
 * of a histogram over all rows and features, and against ydf-training, all in this process, by CPU.
 */
export async function run([rows = '200000']: readonly string[]): Promise<void> {
  const train = makeBenchRows(Number(rows), 1);
  const test = makeBenchRows(50_000, 2);
  console.log(
    `${rows} rows x 10 features; AUC on 50,000 others; the truth has ${auc(test, test.truth)}`,
  );
  const boosting = boostingRounds(train, test);
  report('random forest, 100 trees, depth 10', test, () =>
    trainForest(train.frame, train.labels, FOREST),
  );
  await compareYdf(boosting, train, test);
}

function report(name: string, test: BenchRows, train: () => TreeModel): number {
  const { seconds, result: model } = cpuSeconds(train);
  const predicted = predict(compileModel(model), test.frame);
  console.log(`${name}: ${seconds.toFixed(2)} s CPU, AUC ${auc(test, predicted)}`);
  return seconds;
}

/** Passes and training take turns, so that a busy machine slows both. */
function boostingRounds(train: BenchRows, test: BenchRows): number {
  const passes = histogramPasses(train.frame);
  timePasses(passes);
  const rounds = Array.from({ length: ROUNDS }, () => {
    const before = timePasses(passes);
    const seconds = report('boosting, log loss, 100 trees, depth 5', test, () =>
      trainBoosting(train.frame, train.labels, { ...BOOSTING, loss: 'log' }),
    );
    const after = timePasses(passes);
    return { seconds, plain: (before.plain + after.plain) / 2, own: (before.own + after.own) / 2 };
  });
  const milliseconds = (seconds: number) => `${(seconds * 1000).toFixed(1)} ms`;
  for (const name of ['plain', 'own'] as const) {
    const ratio = median(rounds.map((round) => round.seconds / round[name]));
    const pass = milliseconds(median(rounds.map((round) => round[name])));
    console.log(
      `one ${name} histogram pass: ${pass} CPU; training costs ${ratio.toFixed(0)} of them`,
    );
  }
  return median(rounds.map(({ seconds }) => seconds));
}

function timePasses(passes: HistogramPasses): { readonly plain: number; readonly own: number } {
  const time = (pass: () => void) => {
    const once = cpuSeconds(() => {
      for (let done = 0; done < PASSES; done += 1) pass();
    });
    return once.seconds / PASSES;
  };
  return { plain: time(passes.plain), own: time(passes.own) };
}

async function compareYdf(ours: number, train: BenchRows, test: BenchRows): Promise<void> {
  const theirs = await trainYdf(train, test);
  if (theirs === null) {
    console.log('ydf-training is not installed: no comparison (npm ci installs it)');
    return;
  }
  const perHundred = (theirs.seconds / theirs.trees) * 100;
  console.log(
    `ydf-training, ${theirs.trees} trees, depth 5: ${theirs.seconds.toFixed(2)} s CPU, AUC ${auc(test, theirs.predicted)}`,
  );
  const ratio = perHundred / ours;
  console.log(
    `ydf-training costs ${(theirs.seconds / ours).toFixed(1)} x ours as it comes, ${ratio.toFixed(1)} x ours per 100 trees`,
  );
  const verdict = ratio >= GOAL ? 'met' : 'NOT MET';
  console.log(`goal: at least ${GOAL} times faster than ydf-training per 100 trees: ${verdict}`);
}

function auc({ labels }: BenchRows, scores: ArrayLike<number>): string {
  return (rankingAuc(labels, scores) ?? Number.NaN).toFixed(4);
}
