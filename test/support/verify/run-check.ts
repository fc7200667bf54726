import { spawn } from 'node:child_process';

export interface Outcome {
  /** Empty: passed. */
  readonly problems: readonly string[];
  /** Worth knowing though it is no fault. */
  readonly notes?: readonly string[];
}

export interface Check {
  readonly name: string;
  readonly run: () => Promise<Outcome> | Outcome;
}

/** Runs one check, prints its line and what is wrong; false where it failed. */
export async function runCheck({ name, run }: Check): Promise<boolean> {
  const start = performance.now();
  const { problems, notes = [] } = await outcomeOf(run);
  const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(6);
  console.log(`${problems.length === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(34)}${seconds} s`);
  for (const line of [...problems, ...notes.map((note) => `note: ${note}`)]) {
    console.log(`       ${line}`);
  }
  return problems.length === 0;
}

async function outcomeOf(run: Check['run']): Promise<Outcome> {
  try {
    return await run();
  } catch (error) {
    return { problems: [error instanceof Error ? (error.stack ?? error.message) : String(error)] };
  }
}

/** Runs a tool of node_modules/.bin; what it printed is the problem where it failed. */
export async function runTool(root: string, command: readonly string[]): Promise<Outcome> {
  const { code, printed } = await callTool(root, command);
  return {
    problems: code === 0 ? [] : [...printed.split('\n'), `${command[0]} ended with ${code}`],
  };
}

/** Runs a tool of node_modules/.bin to its end. */
export function callTool(
  root: string,
  command: readonly string[],
): Promise<{ readonly code: number | null; readonly printed: string }> {
  const [tool = '', ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(`${root}/node_modules/.bin/${tool}`, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    });
    const printed: Buffer[] = [];
    child.stdout.on('data', (data: Buffer) => printed.push(data));
    child.stderr.on('data', (data: Buffer) => printed.push(data));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, printed: Buffer.concat(printed).toString().trim() });
    });
  });
}
