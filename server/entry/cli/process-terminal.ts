import type { Terminal } from './terminal.ts';

/** Standard output and standard error of this process. */
export function createTerminal(): Terminal {
  const interactive = process.stderr.isTTY === true;
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
