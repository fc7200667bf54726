import { goalLine } from './goal-line.ts';

/** What the scoring bench measured at one size: medians of CPU seconds. */
export interface Measured {
  readonly fans: number;
  /** Everything that makes scores, by stage, in the order of the run. */
  readonly stages: readonly (readonly [stage: string, seconds: number])[];
  readonly grouped: number;
  readonly sessions: number;
  readonly peakMemory: string;
  readonly memoryLimit: string;
  readonly differentRanks: number;
}

/** Stages that read scores and make something else of them: told, and not part of the scoring run's goals. */
const OTHER_STAGES: ReadonlySet<string> = new Set(['model', 'insights', 'refresh']);

const GOAL_RATIO = 4;
const WORST_RATIO = 6;
const GOAL_GROWTH = 13;

const seconds = (value: number): string => `${value.toFixed(2)} s`;

function sumOf(stages: Measured['stages']): number {
  return stages.reduce((sum, [, cpu]) => sum + cpu, 0);
}

/** CPU of a run that scores: without the stages that only read what it made. */
export function scoringSeconds({ stages }: Measured): number {
  return sumOf(stages.filter(([stage]) => !OTHER_STAGES.has(stage)));
}

/** What a size took, with a line per stage. */
export function describeSize(measured: Measured): string[] {
  const { fans, stages, grouped, sessions, peakMemory, memoryLimit } = measured;
  const scoring = scoringSeconds(measured);
  const whole = sumOf(stages);
  const ratio = (value: number, over = grouped) => (value / over).toFixed(2);
  return [
    `${fans} fans, CPU: scoring ${seconds(scoring)}; bare grouped scan ${seconds(grouped)} (ratio ${ratio(scoring)}); with its distinct sessions ${seconds(grouped + sessions)} (ratio ${ratio(scoring, grouped + sessions)})`,
    `  with insights and all ${seconds(whole)} (ratio ${ratio(whole)}); peak memory ${peakMemory}, memory_limit ${memoryLimit}`,
    ...stages.map(
      ([stage, cpu]) =>
        `  ${stage.padEnd(10)}${seconds(cpu).padStart(9)}  ratio ${ratio(cpu)}${OTHER_STAGES.has(stage) ? ', not scoring' : ''}`,
    ),
  ];
}

/** A line per goal that says whether it is met. */
export function judgeGoals(sizes: readonly Measured[]): string[] {
  const [small, large] = sizes;
  const ratios = sizes.map((size) => {
    const ratio = scoringSeconds(size) / size.grouped;
    const within = ratio <= GOAL_RATIO ? 'the goal' : 'the worst allowed';
    const said = `${size.fans} fans: scoring is ${ratio.toFixed(2)} times the bare grouped scan (goal ${GOAL_RATIO}, at worst ${WORST_RATIO}`;
    return goalLine(
      ratio <= WORST_RATIO,
      `${said}${ratio <= WORST_RATIO ? `; within ${within}` : ''})`,
    );
  });
  const different = sizes.reduce((sum, size) => sum + size.differentRanks, 0);
  const growth =
    small === undefined || large === undefined
      ? []
      : [scoringSeconds(large) / scoringSeconds(small)];
  return [
    ...ratios,
    ...growth.map((times) =>
      goalLine(
        times <= GOAL_GROWTH,
        `${large?.fans} fans cost ${times.toFixed(1)} times the CPU of ${small?.fans} (goal ${GOAL_GROWTH})`,
      ),
    ),
    // A run that needed more would have failed, and the bench with it.
    ...sizes.map((size) => goalLine(true, `${size.fans} fans ran within ${size.memoryLimit}`)),
    goalLine(different === 0, `ranks are those of PERCENT_RANK: ${different} differ`),
  ];
}
