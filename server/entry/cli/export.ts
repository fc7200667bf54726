import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command, Option } from 'commander';
import { isWonderError } from '../../domain/errors.ts';
import {
  EXPORTS,
  type ExportName,
  type ExportPiece,
  exportScores,
} from '../../usecases/export-scores.ts';
import { cannotWrite } from './cannot-write.ts';
import { counted } from './counted.ts';
import { databaseOption, parseDay } from './options.ts';
import { parseText } from './parse-text.ts';
import type { Terminal } from './terminal.ts';
import { withWorkplace } from './workplace.ts';

interface ExportOptions {
  readonly what: ExportName;
  readonly asOf: string;
  readonly out: string;
  readonly database?: string;
}

const HELP = `
daily     one row per fan: the WonderScore, its five scores, their components and coverage
extended  one row per fan: hospitality, digital affinity, revenue efficiency, churn risk, lifetime value
segments  one row per segment and fan, with its position
churn-features, ltv-features  what the models are asked with, one row per fan
churn-training, ltv-training  what a model learns from on that day: features as they were 90 or 365 days
          before it, the baseline, and what happened since; worked out anew, published scores or not

UTF-8, comma, a header line; null is empty; decimals have two places, averages six; ordered by wonder_id (segments: by
segment and position). The file appears when it is complete.`;

async function* textOf(pieces: AsyncIterable<ExportPiece>, count: { rows: number }) {
  for await (const piece of pieces) {
    count.rows += piece.rows;
    yield piece.text;
  }
}

async function writeWhole(pieces: AsyncIterable<string>, path: string): Promise<void> {
  const unfinished = join(dirname(path), `.${process.pid}.${Date.now()}.part`);
  try {
    await pipeline(Readable.from(pieces), createWriteStream(unfinished, { flags: 'wx' }));
    await rename(unfinished, path);
  } catch (cause) {
    await rm(unfinished, { force: true });
    if (isWonderError(cause)) throw cause;
    throw cannotWrite(path, cause);
  }
}

/** `wonder export` */
export function exportCommand(terminal: Terminal): Command {
  return new Command('export')
    .description('write the published scores of a day as CSV')
    .addOption(new Option('--what <table>', 'which table').choices(EXPORTS).makeOptionMandatory())
    .addOption(new Option('--as-of <date>', 'the day').argParser(parseDay).makeOptionMandatory())
    .addOption(
      new Option('--out <file>', 'where to; - is standard output')
        .argParser(parseText('It must name a file, or be -.'))
        .makeOptionMandatory(),
    )
    .addOption(databaseOption())
    .addHelpText('after', HELP)
    .action(async (options: ExportOptions) => {
      const { what, asOf, out } = options;
      const count = { rows: 0 };
      await withWorkplace(
        {
          database: options.database,
          create: false,
          // A training table is worked out in tables of its own.
          readsOnly: !what.endsWith('-training'),
          // No answer of the service has these columns, nor text as exact.
          requests: () => [],
        },
        async (workplace) => {
          const pieces = textOf(
            await exportScores(workplace.runDeps, { what, scoreDate: asOf }),
            count,
          );
          if (out === '-') await pipeline(Readable.from(pieces), process.stdout, { end: false });
          else await writeWhole(pieces, resolve(out));
        },
      );
      const rows = counted(count.rows, 'row');
      terminal.note(`${rows} of ${what} as of ${asOf}${out === '-' ? '' : ` in ${out}`}.`);
    });
}
