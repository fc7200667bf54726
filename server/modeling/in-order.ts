import type { ModelNode } from './graph.ts';

/**
 * Works through models in their order, `atOnce` of them at a time, each after all it refers to. Nothing is begun
 * after the first failure; it rejects with that one when nothing is going on any more.
 */
export async function runInOrder(
  nodes: readonly ModelNode[],
  atOnce: number,
  work: (node: ModelNode) => Promise<void>,
): Promise<void> {
  const unfinished = new Set(nodes.map(({ file }) => file.name));
  const waiting = [...nodes];
  const failures: unknown[] = [];
  const wakers: (() => void)[] = [];

  const takeNext = (): ModelNode | undefined => {
    const index = waiting.findIndex(({ refs }) => !refs.some((name) => unfinished.has(name)));
    return index < 0 ? undefined : waiting.splice(index, 1)[0];
  };
  const keepWorking = async (): Promise<void> => {
    while (waiting.length > 0 && failures.length === 0) {
      const node = takeNext();
      if (node === undefined) {
        await new Promise<void>((resolve) => wakers.push(resolve));
        continue;
      }
      await work(node)
        .catch((error: unknown) => failures.push(error))
        .finally(() => {
          unfinished.delete(node.file.name);
          for (const wake of wakers.splice(0)) wake();
        });
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, atOnce) }, keepWorking));
  if (failures.length > 0) throw failures[0];
}
