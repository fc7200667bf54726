import { Command } from 'commander';
import type { Config } from '../config.ts';
import { explainHeld } from './held-database.ts';
import { isThere } from './is-there.ts';
import { databaseOption } from './options.ts';
import type { Terminal } from './terminal.ts';
import { readConfig } from './workplace.ts';

const HELP = `
Serves the published scores and the panels. Settings are read from the environment (PORT, HOST, DATA_DIR, ...);
"wonder doctor" shows what they come to. Log lines go to standard error as JSON. Ctrl+C stops it.`;

/** Serves until the process is asked to end. `announce` gets the address once it answers. */
export async function serveUntilStopped(
  config: Config,
  announce: (url: string) => void,
): Promise<void> {
  // Only when needed: routes and their schemas are large.
  const { startServer, stopOnSignal } = await import('../node.ts');
  try {
    const running = await startServer(config);
    // Before anybody is told: whoever was told may ask it to stop at once.
    const stopped = stopOnSignal(running);
    announce(running.url);
    await stopped;
  } catch (error) {
    throw await explainHeld(error, {
      database: config.duckdbPath,
      requests: (url) => [`${url}/preview`],
    });
  }
}

/** `wonder serve` */
export function serveCommand(terminal: Terminal): Command {
  return new Command('serve')
    .description('serve the published scores and the panels')
    .addOption(databaseOption())
    .addHelpText('after', HELP)
    .action(async (options: { readonly database?: string }) => {
      const config = readConfig(options.database);
      const isNew = config.snowflake === undefined && !(await isThere(config.duckdbPath));
      await serveUntilStopped(config, (url) => {
        terminal.print(`Wonder Portal answers at ${url} (panels: ${url}/preview).`);
        if (isNew) {
          terminal.note(
            `The database ${config.duckdbPath} is new and empty. Stop this, then "wonder load DIR" or "wonder demo" fills it.`,
          );
        }
      });
    });
}
