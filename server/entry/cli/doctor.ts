import { Command } from 'commander';
import { isWonderError } from '../../domain/errors.ts';
import type { Config } from '../config.ts';
import { type Check, failed, passed } from './doctor-check.ts';
import { checkDatabase } from './doctor-database.ts';
import { checkDisk, checkMemory, checkPort } from './doctor-machine.ts';
import { checkSnowflake } from './doctor-snowflake.ts';
import { checkPanels, checkSql, checkVersions } from './doctor-software.ts';
import { databaseOption } from './options.ts';
import type { Terminal } from './terminal.ts';
import { readConfig } from './workplace.ts';

const HELP = `
Checks settings, database, ports, versions, disk and memory, and says what to do about each thing that is not as it
should be. Changes nothing. Ends with 1 when something fails.`;

function checkSettings(database: string | undefined): { checks: Check[]; config?: Config } {
  try {
    const config = readConfig(database);
    const told = `TIMEZONE ${config.timeZone}, AUTH ${config.auth}, DATA_DIR ${config.dataDir}`;
    return { config, checks: [passed('settings', told)] };
  } catch (error) {
    if (!isWonderError(error)) throw error;
    const checks = error.problems.map(({ field, message, allowed }) =>
      failed('settings', `${field} ${message}`, allowed === undefined ? 'mend it' : allowed),
    );
    return { checks };
  }
}

function show(terminal: Terminal, { state, subject, found, advice }: Check): void {
  terminal.print(`${state.padEnd(4)}  ${subject.padEnd(9)}  ${found}`);
  if (advice !== undefined) terminal.print(`${' '.repeat(17)}-> ${advice}`);
}

/** `wonder doctor` */
export function doctorCommand(terminal: Terminal): Command {
  return new Command('doctor')
    .description('check settings, database, ports and versions')
    .addOption(databaseOption())
    .addHelpText('after', HELP)
    .action(async (options: { readonly database?: string }) => {
      const { checks: settings, config } = checkSettings(options.database);
      const checks = [...(await checkVersions()), await checkSql(), ...settings];
      if (config !== undefined) {
        const check = config.snowflake === undefined ? checkDatabase : checkSnowflake;
        checks.push(...(await check(config)), await checkPort(config));
        checks.push(await checkDisk(config), checkMemory(config));
      }
      checks.push(await checkPanels());
      for (const check of checks) show(terminal, check);
      const broken = checks.filter(({ state }) => state === 'fail').length;
      const doubtful = checks.filter(({ state }) => state === 'warn').length;
      terminal.print(
        broken + doubtful === 0 ? 'All is well.' : `${broken} to mend, ${doubtful} to look at.`,
      );
      if (broken > 0) process.exitCode = 1;
    });
}
