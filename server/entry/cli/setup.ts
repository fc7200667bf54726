import { resolve } from 'node:path';
import { Command } from 'commander';
import { PACKAGE_ROOT } from '../../adapters/system/package-root.ts';
import { readSqlFiles } from '../../adapters/system/sql-files.ts';
import { parseProject } from '../../modeling/project.ts';
import { renderSetup } from '../../modeling/queries.ts';
import { ModelRunner } from '../../modeling/run-models.ts';
import { setupSnowflake, snowflakeSetup } from '../../usecases/setup-snowflake.ts';
import { setupWarehouse } from '../../usecases/setup-warehouse.ts';
import { openWarehouse, projectFor } from '../compose-warehouse.ts';
import type { Config } from '../config.ts';
import { refuseWriting } from '../reading-only.ts';
import { explainHeld } from './held-database.ts';
import { databaseOption } from './options.ts';
import type { Terminal } from './terminal.ts';
import { readConfig } from './workplace.ts';

const HELP = `
With WAREHOUSE=snowflake: a virtual warehouse that suspends itself after 60 s, database, schemas, tables, and the
roles wonder_loader, wonder_scorer and wonder_reader with what each needs. Run it as a role that may create
these, such as SYSADMIN with MANAGE GRANTS. It can be run again, and must be after an update: it changes nothing
that is there, and adds what is new. --print shows the statements and runs none.`;

async function readParts(config: Config) {
  const files = await readSqlFiles(resolve(PACKAGE_ROOT, 'sql'));
  return { files, project: projectFor(config, parseProject(files)) };
}

async function setUp(terminal: Terminal, config: Config, isPrinted: boolean): Promise<void> {
  if (!isPrinted) refuseWriting(config);
  const { files, project } = await readParts(config);
  const { warehouse } = await openWarehouse(config, {
    inMemory: isPrinted && config.snowflake === undefined,
  }).catch(async (error: unknown) => {
    // A server sets up what it opens, so there is nothing to ask it for.
    throw await explainHeld(error, { database: config.duckdbPath, requests: () => [] });
  });
  try {
    const { snowflake } = config;
    if (snowflake === undefined) {
      const marts = new ModelRunner(project, warehouse);
      const statements = [...renderSetup(project, 'duckdb'), ...marts.martDefinitions().values()];
      if (isPrinted) {
        for (const sql of statements) terminal.print(`${sql};\n`);
        return;
      }
      await setupWarehouse({ warehouse, project });
      await marts.prepareMarts();
    } else {
      const parts = { warehouse, project, files, names: snowflake };
      if (isPrinted) {
        for (const sql of snowflakeSetup(parts)) terminal.print(`${sql};\n`);
        return;
      }
      await setupSnowflake(parts, (sql) => terminal.status(sql.split('\n')[0] ?? ''));
    }
    terminal.note('Everything is there.');
  } finally {
    await warehouse.close();
  }
}

/** `wonder setup` */
export function setupCommand(terminal: Terminal): Command {
  return new Command('setup')
    .description('make what the product needs in its warehouse: places, tables, roles')
    .option('--print', 'show the statements, run none')
    .addOption(databaseOption())
    .addHelpText('after', HELP)
    .action(async (options: { readonly print?: true; readonly database?: string }) => {
      await setUp(terminal, readConfig(options.database), options.print === true);
    });
}
