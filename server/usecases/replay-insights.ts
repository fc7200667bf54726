import {
  chooseInsights,
  type LastSaid,
  type ListedInsight,
} from '../domain/insights/choose-insights.ts';
import { detectInsights } from '../domain/insights/detect-insights.ts';
import { addDays } from '../domain/run.ts';
import type { SqlProject } from '../modeling/project.ts';
import { ModelRunner, type RunVars } from '../modeling/run-models.ts';
import { findPublishedDays } from './find-published-days.ts';
import { insightRules } from './insight-rules.ts';
import { readInsightFacts } from './read-insight-facts.ts';
import type { RunDeps } from './run-deps.ts';
import { ScoringLease } from './scoring-lease.ts';

export interface ReplayInput {
  /** First and last day, ISO, both included. */
  readonly from: string;
  readonly to: string;
  /** Settings of `insights` in dbt_project.yml to try other values of. */
  readonly changes?: Readonly<Record<string, number>>;
  readonly signal?: AbortSignal;
}

/** What would have been said on one day. */
export interface ReplayedDay {
  /** ISO. */
  readonly scoreDate: string;
  readonly said: readonly ListedInsight[];
}

/** The project with other settings: some are thresholds of detectors, some are part of the models. */
function withChanges(project: SqlProject, changes: Readonly<Record<string, number>>): SqlProject {
  const { insights } = project.vars;
  const own = typeof insights === 'object' && insights !== null ? insights : {};
  return { ...project, vars: { ...project.vars, insights: { ...own, ...changes } } };
}

/** What was said last, by what it was about. */
class Memory {
  readonly #last = new Map<string, { readonly level: number; readonly day: string }>();

  since(day: string): LastSaid {
    return new Map([...this.#last].filter(([, said]) => said.day >= day));
  }

  note(said: readonly ListedInsight[], day: string): void {
    for (const { key, level } of said) this.#last.set(key, { level, day });
  }
}

/**
 * The detectors over stored history: for each published day of a span, the oldest first, what would have been
 * said with these settings, had nothing been said before the span and nothing been dismissed. Facts are as the
 * data stands now, scores as they were published. Stores nothing. Throws `invalid_value` for settings out of
 * range, `no_scores` where no day of the span has some, `run_in_flight` while a run has the warehouse.
 */
export async function* replayInsights(
  given: RunDeps,
  { from, to, changes = {}, signal }: ReplayInput,
): AsyncGenerator<ReplayedDay> {
  const { settings } = insightRules(given, changes);
  const deps = { ...given, project: withChanges(given.project, changes) };
  const context = insightRules(deps);
  const days = await findPublishedDays(deps, { from, to });
  const models = new ModelRunner(deps.project, deps.warehouse);
  const memory = new Memory();
  const lease = await ScoringLease.take(deps, `replay_${deps.ids.next(8)}`);
  try {
    for (const { runId, scoreDate } of days) {
      const vars: RunVars = {
        as_of: scoreDate,
        run_id: runId,
        calculated_at: '1970-01-01 00:00:00',
        previous_run_id: 'none',
      };
      try {
        await models.createWorkSchema(runId);
        await models.runAlone('insights', { vars, ...(signal === undefined ? {} : { signal }) });
        const facts = await readInsightFacts(deps, {
          workSchema: models.workSchema(runId),
          runId,
          scoreDate,
          trendDays: settings.change_days,
        });
        const before = {
          said: memory.since(addDays(scoreDate, -settings.quiet_days)),
          dismissed: new Map(),
        };
        const said = facts
          .flatMap((each) =>
            chooseInsights(detectInsights(each, context), { before, scoreDate, settings }),
          )
          .filter(({ saidOn }) => saidOn === scoreDate);
        memory.note(said, scoreDate);
        yield { scoreDate, said };
      } finally {
        await models.dropWorkSchema(runId);
      }
    }
  } finally {
    await lease.release();
  }
}
