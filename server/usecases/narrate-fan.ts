import { daysBetween } from '../domain/days-between.ts';
import { isWonderError } from '../domain/errors.ts';
import { churnLevel, fanFacts, ownScores } from '../domain/narration/fan-facts.ts';
import { textOf } from '../domain/text-values.ts';
import { numberOf, type Values } from '../domain/values.ts';
import { findComparisonRun } from './explain-score-change.ts';
import { findScore, getScore } from './get-score.ts';
import { type NarrateDeps, tellNarration, WRITTEN_IN } from './narration.ts';
import { asking, type ReadContext } from './read-context.ts';

type Input = ReadContext & { readonly wonderId: string; readonly locale: string };

/** The fan's earlier score and its day; undefined where there was no run, or the fan not yet in it. */
async function findEarlier({ reads }: NarrateDeps, input: Input) {
  const run = await findComparisonRun(reads, input);
  if (run === undefined) return undefined;
  try {
    const record: Values = await findScore(reads, { ...input, run });
    return { day: run.scoreDate, score: numberOf(record, 'wonder_score') };
  } catch (error) {
    if (isWonderError(error) && error.code === 'not_found') return undefined;
    throw error;
  }
}

/** Whether the fan may be written to, as of now; not where nothing says so. */
async function findContactable({ reads }: NarrateDeps, input: Input): Promise<boolean> {
  const { run, wonderId } = input;
  const binds = [run.runId, run.scoreDate, wonderId];
  const [row] = await reads.queries.rows('fan_contactable', { ...asking(input), binds });
  return row?.contactable === true;
}

/** The text about a fan of the asker's scope, without a name. */
export async function narrateFan(deps: NarrateDeps, input: Input) {
  const { run, wonderId, locale } = input;
  const [record, earlier, isContactable] = await Promise.all([
    getScore(deps.reads, input),
    findEarlier(deps, input),
    findContactable(deps, input),
  ]);
  const figures = {
    record,
    change: earlier === undefined ? null : numberOf(record, 'wonder_score') - earlier.score,
    periodDays: earlier === undefined ? null : daysBetween(earlier.day, run.scoreDate),
  };
  const own = ownScores(record);
  const standing = {
    tier: textOf(record, 'wonder_score_tier'),
    level: churnLevel(record),
    strongest: own.length < 2 ? null : (own[0] ?? null),
    weakest: own.length < 2 ? null : (own.at(-1) ?? null),
    unknown: ownScores(record, false),
    isContactable,
  };
  const facts = fanFacts(figures, WRITTEN_IN);
  const narration = await deps.narrator.narrate({
    runId: run.runId,
    brief: { kind: 'fan', facts, standing },
  });
  return {
    kind: 'fan',
    department: null,
    wonder_id: wonderId,
    compared_with: earlier?.day ?? null,
    ...tellNarration(narration, fanFacts(figures, locale)),
  };
}
