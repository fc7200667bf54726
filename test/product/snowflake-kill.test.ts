import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isWonderError } from '../../server/domain/errors.ts';
import { recoverRuns } from '../../server/usecases/recover-runs.ts';
import { runScoring } from '../../server/usecases/run-scoring.ts';
import { RUN_STEPS } from '../../server/usecases/stages/run-steps.ts';
import { makeFolder } from '../support/landing-folder.ts';
import { startCli } from '../support/run-cli.ts';
import { fakeSettings } from '../support/snowflake-fake/fake-options.ts';
import { BEFORE, DAY, type FakeRuns, openFakeRuns } from '../support/snowflake-fake/fake-runs.ts';
import type { RecordedStatement } from '../support/snowflake-fake/journal.ts';

const STAGES = RUN_STEPS.map(({ name }) => name);
const RANDOM_STATEMENTS = 6;
const SEED = 20_250_301;

/** Numbers in [0, 1) that are the same on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

// "wonder score" by the real driver; the fake is another process and goes on when the command is killed.
describe('a run on Snowflake whose process is killed', () => {
  let folder: Awaited<ReturnType<typeof makeFolder>>;
  let runs: FakeRuns;
  let statementsOfRun = 0;

  beforeAll(async () => {
    folder = await makeFolder();
    runs = await openFakeRuns();
  });
  beforeEach(() => runs.fake.journal.clear());
  afterAll(async () => {
    await runs.close();
    await folder.remove();
  });

  /**
   * Scores DAY in a process of its own and kills that when a statement arrives, which Snowflake runs all the same.
   * False where the run was over before.
   */
  async function scoreAndKill(isLast: (statement: RecordedStatement) => boolean): Promise<boolean> {
    const { fake, laterOn } = runs;
    const settings = { ...fakeSettings(fake.url), DATA_DIR: folder.path };
    const cli = startCli(['score', '--as-of', DAY], settings);
    let isKilled = false;
    fake.journal.breakWith((statement) => {
      if (isKilled || !isLast(statement)) return undefined;
      isKilled = true;
      void cli.kill('SIGKILL');
      return undefined;
    });
    const { code, stderr } = await cli.over;
    if (!isKilled) expect(code, stderr).toBe(0);
    fake.journal.clear();
    laterOn();
    return isKilled;
  }

  /** What readers see: the day before, and the day itself whole or not at all. */
  async function expectWhole(): Promise<void> {
    const { [BEFORE]: before, [DAY]: day } = await runs.published();
    expect(before).toEqual(runs.undisturbed[BEFORE]);
    if (day !== undefined) expect(day).toEqual(runs.undisturbed[DAY]);
  }

  /** Whole at once, and after what Snowflake and the next start clear away. */
  async function expectWholeForGood(): Promise<void> {
    await expectWhole();
    await runs.fake.endAbandoned();
    await recoverRuns(runs.deps);
    await expectWhole();
  }

  /** The next run ends as if nothing had happened, and leaves nothing behind. */
  async function expectCleanRun(): Promise<void> {
    const { deps, fake } = runs;
    const from = fake.journal.statements.length;
    const run = await runScoring(deps, { scoreDate: DAY, trigger: 'cli' });
    statementsOfRun = fake.journal.statements.length - from;
    expect(run).toMatchObject({ status: 'succeeded', published: true });
    expect(await runs.published()).toEqual(runs.undisturbed);
    const { warehouse } = deps;
    const open = await warehouse.query({
      sql: `select run_id from analytics.score_runs
        where status = 'running' or (not published and superseded_at is null and rows_kept)`,
    });
    const stray = await warehouse.query({
      sql: `select distinct d.run_id from analytics.mart_wonderscore_daily as d
        left join analytics.score_runs as r on r.run_id = d.run_id and r.rows_kept
        where r.run_id is null`,
    });
    const schemas = await warehouse.query({
      sql: `select schema_name from information_schema.schemata where lower(schema_name) like 'work^_%' escape '^'`,
    });
    expect([open, stray, schemas]).toEqual([[], [], []]);
  }

  it.each(STAGES)('in stage %s leaves what was published whole', async (stage) => {
    const isKilled = await scoreAndKill(
      ({ sql, binds }) =>
        sql.includes("set status = 'running', attempts") && binds.at(-1)?.value === stage,
    );
    expect(isKilled).toBe(true);
    await expectWholeForGood();
  });

  it('does not change what the next run makes of the day', expectCleanRun);

  it('inside the transaction that publishes keeps the next one out until Snowflake ends it', async () => {
    const { deps, fake } = runs;
    expect(await scoreAndKill(({ sql }) => sql.includes('set published = true'))).toBe(true);
    await expectWhole();
    const codeOf = (error: unknown) => (isWonderError(error) ? error.code : String(error));
    const early = runScoring(deps, { scoreDate: DAY, trigger: 'cli' }).catch(codeOf);
    expect(await early).toBe('run_in_flight');
    await fake.endAbandoned();
    await expectCleanRun();
  });

  it(`at ${RANDOM_STATEMENTS} statements by chance leaves what was published whole`, async () => {
    const random = seeded(SEED);
    let kills = 0;
    for (let run = 0; run < RANDOM_STATEMENTS; run += 1) {
      let left = Math.floor(random() * statementsOfRun);
      if (await scoreAndKill(() => left-- === 0)) kills += 1;
      await expectWholeForGood();
    }
    expect(kills).toBeGreaterThan(RANDOM_STATEMENTS / 2);
    await expectCleanRun();
  });
});
