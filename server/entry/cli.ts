import { Command, CommanderError } from 'commander';
import { demoCommand } from './cli/demo.ts';
import { doctorCommand } from './cli/doctor.ts';
import { exportCommand } from './cli/export.ts';
import { insightsCommand } from './cli/insights.ts';
import { loadCommand } from './cli/load.ts';
import { modelsCommand } from './cli/models.ts';
import { createTerminal } from './cli/process-terminal.ts';
import { reportFailure } from './cli/report-failure.ts';
import { scoreCommand } from './cli/score.ts';
import { serveCommand } from './cli/serve.ts';
import { setupCommand } from './cli/setup.ts';
import { startCommand } from './cli/start.ts';
import { trexCommand } from './cli/trex.ts';

const USAGE = 2;

const terminal = createTerminal();
const program = new Command('wonder')
  .description('Fan scores: load data, calculate and publish scores, serve them.')
  .version('0.1.0')
  .showHelpAfterError('(wonder --help lists the commands)')
  .addCommand(startCommand(terminal))
  .addCommand(demoCommand(terminal))
  .addCommand(loadCommand(terminal))
  .addCommand(scoreCommand(terminal))
  .addCommand(exportCommand(terminal))
  .addCommand(modelsCommand(terminal))
  .addCommand(insightsCommand(terminal))
  .addCommand(serveCommand(terminal))
  .addCommand(trexCommand(terminal))
  .addCommand(setupCommand(terminal))
  .addCommand(doctorCommand(terminal));

const commands = program.commands.flatMap((command) => [command, ...command.commands]);
for (const command of [program, ...commands]) command.exitOverride();

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : USAGE;
  else process.exitCode = reportFailure(terminal, error);
}
