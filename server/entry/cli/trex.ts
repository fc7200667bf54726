import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { createManifestTemplates } from '../../adapters/system/manifest-templates.ts';
import { PACKAGE_ROOT } from '../../adapters/system/package-root.ts';
import { manifestAddressProblem, manifestFor, panelUrl } from '../../domain/manifest.ts';
import { PANELS } from '../../domain/panels.ts';
import { cannotWrite } from './cannot-write.ts';
import { parseText } from './parse-text.ts';
import type { Terminal } from './terminal.ts';

const HELP = `
One file per panel, to be added to a dashboard (Objects, Extension, Access Local Extensions). A running service
gives the same files with its own address at /trex/PANEL.trex, and says at /extension/ what to allow in Tableau.`;

function parseAddress(text: string): string {
  const problem = manifestAddressProblem(text);
  if (problem !== undefined) throw new InvalidArgumentError(problem);
  return text.replace(/\/+$/, '');
}

/** `wonder trex` */
export function trexCommand(terminal: Terminal): Command {
  return new Command('trex')
    .description('write the manifests of the panels for a service at an address')
    .addOption(
      new Option('--url <address>', 'https://..., as browsers reach the service')
        .argParser(parseAddress)
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--out <folder>', 'where to; made if need be')
        .argParser(parseText('It must name a folder.'))
        .makeOptionMandatory(),
    )
    .addHelpText('after', HELP)
    .action(async ({ url, out }: { readonly url: string; readonly out: string }) => {
      const folder = resolve(out);
      const templates = createManifestTemplates(join(PACKAGE_ROOT, 'trex'));
      try {
        await mkdir(folder, { recursive: true });
        for (const panel of PANELS) {
          const text = manifestFor(await templates.read(panel), url);
          await writeFile(join(folder, `${panel}.trex`), text);
        }
      } catch (cause) {
        throw cannotWrite(out, cause);
      }
      for (const panel of PANELS) {
        terminal.print(`${join(out, `${panel}.trex`)}  ${panelUrl(panel, url)}`);
      }
    });
}
