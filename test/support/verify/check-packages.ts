import { satisfies } from 'semver';
import { z } from 'zod';
import type { SourceTree } from './source-tree.ts';

/** The oldest Node the project promises to run on. */
const OLDEST_NODE = '20.19.0';
const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
const EXACT_PYTHON = /^[\w.-]+(\[[\w,.-]+\])?==[\w.]+$/;

const pins = z.record(z.string(), z.string()).optional();
const manifest = z.object({
  dependencies: pins,
  devDependencies: pins,
  optionalDependencies: pins,
});
const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      resolved: z.string().optional(),
      optionalDependencies: pins,
      engines: z.union([z.object({ node: z.string().optional() }), z.array(z.string())]).optional(),
    }),
  ),
});

/** Exact pins, a lockfile that names no download address, and nothing that needs a newer Node. */
export function checkPackages(tree: SourceTree): string[] {
  const { dependencies, devDependencies, optionalDependencies } = manifest.parse(
    JSON.parse(tree.get('package.json') ?? '{}'),
  );
  const pinned = { ...dependencies, ...devDependencies, ...optionalDependencies };
  const loose = Object.entries(pinned)
    .filter(([, version]) => !EXACT.test(version))
    .map(([name, version]) => `package.json: ${name} is "${version}", not one exact version`);
  return [...loose, ...checkLockfile(tree), ...checkRequirements(tree)];
}

function checkLockfile(tree: SourceTree): string[] {
  const text = tree.get('package-lock.json');
  if (text === undefined) return ['package-lock.json is missing'];
  const { packages } = lockfile.parse(JSON.parse(text));
  return Object.entries(packages).flatMap(([name, entry]) => {
    const wrong = Object.keys(entry.optionalDependencies ?? {})
      .filter((other) => !(`node_modules/${other}` in packages))
      .map((other) => `package-lock.json: ${other} of ${name} is missing, and npm ci refuses that`);
    if (entry.resolved !== undefined) {
      wrong.push(`package-lock.json: ${name} names the address it came from`);
    }
    const node = Array.isArray(entry.engines) ? undefined : entry.engines?.node;
    if (name !== '' && node !== undefined && !satisfies(OLDEST_NODE, node)) {
      wrong.push(`package-lock.json: ${name} needs Node ${node}, not ${OLDEST_NODE}`);
    }
    return wrong;
  });
}

function checkRequirements(tree: SourceTree): string[] {
  return [...tree]
    .filter(([path]) => /(^|\/)requirements[^/]*\.txt$/.test(path))
    .flatMap(([path, text]) =>
      text
        .split('\n')
        .map((line) => line.replace(/#.*/, '').trim())
        .filter((line) => line !== '' && !EXACT_PYTHON.test(line))
        .map((line) => `${path}: "${line}" is not one exact version`),
    );
}
