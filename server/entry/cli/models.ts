import { Command, Option } from 'commander';
import { PATHS } from '../../contract/paths.ts';
import { lastCompleteDay } from '../../domain/calendar.ts';
import { MODEL_KINDS } from '../../domain/model-kinds.ts';
import { readModelDrift } from '../../usecases/model-drift.ts';
import { ModelRegistry } from '../../usecases/model-registry.ts';
import { createQueryRunner } from '../../usecases/query-runner.ts';
import { newRunId } from '../../usecases/run-scoring.ts';
import { ScoringLease } from '../../usecases/scoring-lease.ts';
import { trainModel } from '../../usecases/train-model.ts';
import { curlGet, curlPost } from './curl.ts';
import { interruptSignal } from './interrupt.ts';
import { modelLine } from './model-line.ts';
import { databaseOption, parseDay } from './options.ts';
import type { Terminal } from './terminal.ts';
import { readConfig, withWorkplace } from './workplace.ts';

interface DatabaseOption {
  readonly database?: string;
}

interface TrainOptions extends DatabaseOption {
  readonly asOf?: string;
}

const HELP = `
A model is trained on what was known by a day: features as they were 90 days (churn) or 365 days (LTV) before
it, and what happened since. It is put in use only where it is better than the model in use and than a guess
without one, on a fifth of the rows that it has not seen. Runs started by the schedule train weekly
(MODEL_RETRAIN_DAYS). A newly published model is asked from the next run of scores on. PSI says how far what it
is asked with has moved since its training: from 0.1 on it has moved, from 0.25 on it has shifted.`;

function listCommand(terminal: Terminal): Command {
  return new Command('list')
    .description('list all trainings, newest first')
    .addOption(databaseOption())
    .action(async ({ database }: DatabaseOption) => {
      const requests = (url: string) => [curlGet(`${url}${PATHS.models}`)];
      const options = { database, create: false, readsOnly: true, requests };
      await withWorkplace(options, async ({ runDeps }) => {
        const records = await new ModelRegistry(runDeps).list();
        if (records.length === 0) terminal.note('No model has been trained yet.');
        const queries = createQueryRunner(runDeps.warehouse, runDeps.project);
        const drift = await readModelDrift({ queries }, {});
        for (const record of records) terminal.print(modelLine(record, drift.get(record.version)));
      });
    });
}

function publishCommand(terminal: Terminal): Command {
  return new Command('publish')
    .description('put a model in use instead of the one that is; also to go back to an earlier one')
    .argument('<version>', 'as "wonder models list" names it')
    .addOption(databaseOption())
    .action(async (version: string, { database }: DatabaseOption) => {
      const path = PATHS.modelPublish.replace('{version}', encodeURIComponent(version));
      const requests = (url: string) => [curlPost(`${url}${path}`)];
      await withWorkplace({ database, create: false, requests }, async ({ runDeps }) => {
        const { kind } = await new ModelRegistry(runDeps).publish(version);
        terminal.print(`${version} is the ${kind} model in use, from the next run of scores on.`);
      });
    });
}

function trainCommand(terminal: Terminal): Command {
  return new Command('train')
    .description('train both models on what was known by a day')
    .addOption(
      new Option('--as-of <date>', 'the day (default: the last complete one)').argParser(parseDay),
    )
    .addOption(databaseOption())
    .action(async ({ asOf, database }: TrainOptions) => {
      const day = asOf ?? lastCompleteDay(readConfig(database).timeZone, Date.now());
      const interrupt = interruptSignal(() => terminal.note('Cancelling.'));
      const { signal } = interrupt;
      try {
        // A server trains by its own rules, in its runs.
        const requests = () => [];
        await withWorkplace({ database, create: false, requests }, async ({ runDeps }) => {
          const runId = newRunId(runDeps, day);
          const lease = await ScoringLease.take(runDeps, runId);
          try {
            for (const kind of MODEL_KINDS) {
              const outcome = await trainModel(runDeps, { kind, scoreDate: day, runId, signal });
              const { version, refusedBecause } = outcome;
              terminal.print(
                `${version}  ${refusedBecause === null ? 'in use from the next run on' : `not published: ${refusedBecause}`}`,
              );
            }
          } finally {
            await lease.release();
          }
        });
      } finally {
        interrupt.release();
      }
    });
}

/** `wonder models` */
export function modelsCommand(terminal: Terminal): Command {
  return new Command('models')
    .description('trained models: list them, train new ones, choose which is in use')
    .addHelpText('after', HELP)
    .addCommand(listCommand(terminal))
    .addCommand(trainCommand(terminal))
    .addCommand(publishCommand(terminal));
}
