import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Environment = Readonly<Record<string, string>>;

function spawnCli(command: readonly string[], environment: Environment): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  const [program = '', ...args] = command;
  return spawn(program, args, {
    env: { PATH, HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function wonder(args: readonly string[]): string[] {
  return [process.execPath, 'bin/wonder.mjs', ...args];
}

/** The same on a disk with no room for a file of more than so many KB. */
function onSmallDisk(kilobytes: number, command: readonly string[]): string[] {
  const limit = `trap '' XFSZ; ulimit -S -f ${kilobytes}; exec "$@"`;
  return ['bash', '-c', limit, 'bash', ...command];
}

function collect(child: ChildProcess): { out: () => string; err: () => string } {
  let out = '';
  let err = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return { out: () => out, err: () => err };
}

/** Runs `wonder` in a process of its own until it ends. */
export async function runCli(
  args: readonly string[],
  environment: Environment = {},
): Promise<CliResult> {
  const child = spawnCli(wonder(args), environment);
  const texts = collect(child);
  await once(child, 'close');
  return { code: child.exitCode, stdout: texts.out(), stderr: texts.err() };
}

/** A `wonder` that goes on running. */
export interface RunningCli {
  /** Resolves when it has ended, by itself or not. */
  readonly over: Promise<CliResult>;
  readonly kill: (signal: NodeJS.Signals) => Promise<CliResult>;
  /** Resolves with everything said once it matches; rejects when the process ends before. */
  readonly said: (pattern: RegExp) => Promise<string>;
}

/** Starts `wonder`; `diskKilobytes`: on a disk that takes no larger file. */
export function startCli(
  args: readonly string[],
  environment: Environment = {},
  diskKilobytes?: number,
): RunningCli {
  const command = wonder(args);
  const child = spawnCli(
    diskKilobytes === undefined ? command : onSmallDisk(diskKilobytes, command),
    environment,
  );
  const texts = collect(child);
  const all = () => texts.out() + texts.err();
  const over = once(child, 'close').then(() => ({
    code: child.exitCode,
    stdout: texts.out(),
    stderr: texts.err(),
  }));
  return {
    over,
    kill: async (signal) => {
      child.kill(signal);
      return await over;
    },
    said: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!pattern.test(all())) return;
          child.stdout?.off('data', look);
          child.stderr?.off('data', look);
          resolve(all());
        };
        child.stdout?.on('data', look);
        child.stderr?.on('data', look);
        child.once('close', () => reject(new Error(`it ended: ${all()}`)));
        look();
      }),
  };
}
