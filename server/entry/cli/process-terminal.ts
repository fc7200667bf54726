import type { Terminal } from './terminal.ts';

/** As a shell reports a process that wrote where nobody reads any more. */
const NO_READER = 141;

/** Standard output and standard error of this process. */
export function createTerminal(): Terminal {
  const interactive = process.stderr.isTTY === true;
  process.stdout.on('error', (error) => {
    if ('code' in error && error.code === 'EPIPE') process.exit(NO_READER);
    throw error;
  });
  let shown = false;
  const clear = () => {
    if (shown) process.stderr.write('\r\u001b[2K');
    shown = false;
  };
  return {
    interactive,
    print: (line) => {
      clear();
      process.stdout.write(`${line}\n`);
    },
    note: (line) => {
      clear();
      process.stderr.write(`${line}\n`);
    },
    status: (text) => {
      if (!interactive) return;
      process.stderr.write(`\r\u001b[2K${text.slice(0, (process.stderr.columns ?? 80) - 1)}`);
      shown = text !== '';
    },
  };
}
