import { churnDrivers, type ExplainedFans } from '../domain/churn-drivers.ts';
import { dateKey } from '../domain/date-key.ts';
import { addDays } from '../domain/run.ts';
import { textOrNull } from '../domain/text-values.ts';
import { numberOf } from '../domain/values.ts';
import { askedFilters } from './asked-filters.ts';
import { churnFigures, showsPart } from './churn-figures.ts';
import { type ChurnModel, contributionsOf, findChurnModel } from './churn-model.ts';
import { describeQuality } from './describe-model.ts';
import { findRunNear } from './find-published-run.ts';
import { keepLast } from './keep-last.ts';
import type { PublishedRun } from './published-run.ts';
import { asking, type ReadContext, type ReadDeps } from './read-context.ts';
import type { CohortFilter } from './summarise-cohort.ts';

/** Fans that drivers are averaged over at most. */
const SAMPLE = 2000;
const LOOK_BACK_DAYS = 90;
const NEAR_DAYS = 7;

interface ChurnInput extends ReadContext {
  readonly filter: CohortFilter;
}

async function explained(
  deps: ReadDeps,
  input: ChurnInput,
  { model, minRisk }: { readonly model: ChurnModel | undefined; readonly minRisk: number },
): Promise<ExplainedFans> {
  const { run, filter } = input;
  const { asked, vars } = askedFilters(filter);
  const values = await deps.queries.rows('churn_sample', {
    ...asking(input),
    vars,
    binds: [...asked, run.runId, run.scoreDate, minRisk, SAMPLE],
  });
  return { values, contributions: contributionsOf(values, model, deps) };
}

/** What raises the risk of those at risk, compared with all. */
async function driversOf(deps: ReadDeps, input: ChurnInput, model: ChurnModel | undefined) {
  const minRisk = deps.rules('segments', 'at_risk_min');
  const [atRisk, all] = await Promise.all([
    explained(deps, input, { model, minRisk }),
    explained(deps, input, { model: undefined, minRisk: 0 }),
  ]);
  return churnDrivers(atRisk, all);
}

const NO_CHECK = {
  flagged_on: null,
  flagged: null,
  lapsed: null,
  others_lapsed_share: null,
  churn_source: null,
} as const;

/** Who of all in scope was flagged on a past day, and how many of them lapsed since. */
async function lookBack(deps: ReadDeps, input: ReadContext, past: PublishedRun) {
  const window = [dateKey(past.scoreDate), dateKey(addDays(past.scoreDate, LOOK_BACK_DAYS))];
  const [row] = await deps.queries.rows('churn_backward', {
    ...asking(input),
    binds: [past.runId, past.scoreDate, ...window, ...window, ...window],
  });
  if (row === undefined) return { ...NO_CHECK, why: 'Nobody was scored then.' };
  const version = textOrNull(row, 'churn_model');
  const model = version === null ? undefined : await findChurnModel(deps, version, input.signal);
  if (model !== undefined && model.record.dataCutOff > past.scoreDate) {
    return { ...NO_CHECK, why: 'The model that flagged them then had seen what came after.' };
  }
  const minimum = deps.minimumGroup;
  const [flagged, lapsed] = [numberOf(row, 'flagged'), numberOf(row, 'lapsed')];
  const [others, othersLapsed] = [numberOf(row, 'others'), numberOf(row, 'others_lapsed')];
  if (!showsPart(flagged, flagged + others, minimum) || !showsPart(lapsed, flagged, minimum)) {
    return { ...NO_CHECK, why: `Fewer than ${minimum} fans are not shown.` };
  }
  return {
    flagged_on: past.scoreDate,
    flagged,
    lapsed,
    others_lapsed_share:
      others > 0 && showsPart(othersLapsed, others, minimum)
        ? Math.round((othersLapsed / others) * 1e4) / 1e4
        : null,
    churn_source: textOrNull(row, 'churn_source'),
    why: null,
  };
}

/** Who sees all fans is told the same for as long as the run stands: only whom one may write to is read anew. */
const keepDrivers = keepLast<Awaited<ReturnType<typeof driversOf>>>(200);
const keepBackward = keepLast<Awaited<ReturnType<typeof lookBack>>>(10);

/** What became of those flagged about 90 days ago. */
async function backwardOf(deps: ReadDeps, input: ReadContext) {
  const { run, scope, signal } = input;
  const past = await findRunNear(deps, {
    date: addDays(run.scoreDate, -LOOK_BACK_DAYS),
    within: NEAR_DAYS,
    ...(signal === undefined ? {} : { signal }),
  });
  if (past === undefined) {
    return { ...NO_CHECK, why: `No scores are kept of ${LOOK_BACK_DAYS} days before.` };
  }
  const load = () => lookBack(deps, input, past);
  if (scope.rows !== 'all') return await load();
  return await keepBackward(deps.queries, { key: `${run.runId} ${past.runId}`, load });
}

async function knownDriversOf(deps: ReadDeps, input: ChurnInput, model: ChurnModel | undefined) {
  const load = () => driversOf(deps, input, model);
  if (input.scope.rows !== 'all') return await load();
  const key = JSON.stringify([input.run.runId, ...askedFilters(input.filter).asked]);
  return await keepDrivers(deps.queries, { key, load });
}

/**
 * Who is at risk among the fans in scope who meet a filter, what that is worth and why; and how good such judgements
 * have been, of all in scope.
 */
export async function summariseChurn(deps: ReadDeps, input: ChurnInput) {
  const rows = await deps.queries.rows('churn_cells', {
    ...asking(input),
    binds: [input.run.runId, input.run.scoreDate],
  });
  const { churn_model: version, ...figures } = churnFigures(rows, {
    filter: input.filter,
    minimum: deps.minimumGroup,
  });
  const model = version === null ? undefined : await findChurnModel(deps, version, input.signal);
  const hasDrivers = (figures.at_risk.fans ?? 0) >= deps.minimumGroup;
  const [drivers, backward] = await Promise.all([
    hasDrivers ? knownDriversOf(deps, input, model) : [],
    backwardOf(deps, input),
  ]);
  return {
    ...figures,
    drivers,
    backward,
    model: model === undefined ? null : describeQuality(model.record),
  };
}
