import { isCode } from './module-facts.ts';

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const SNAKE = /^_?[a-z0-9]+(_+[a-z0-9]+)*\.[a-z]+$/;

/** Code in kebab-case; SQL in snake_case, because a model's name is its table's. */
export function checkNames(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (path.startsWith('sql/') && /\.(sql|yml)$/.test(path)) {
      return SNAKE.test(name) ? [] : [`${path} is not in snake_case`];
    }
    // Stand-ins for built pages carry a hash in their names, as real ones do.
    if (path.startsWith('test/support/pages/')) return [];
    if (!isCode(path) && !/\.(css|svg)$/.test(path)) return [];
    const wrong = path.split('/').filter((part) => !KEBAB.test(part));
    return wrong.length === 0 ? [] : [`${path} is not in kebab-case`];
  });
}
