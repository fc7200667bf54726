import { describe, expect, it } from 'vitest';
import type { ModelNode } from '../../server/modeling/graph.ts';
import { runInOrder } from '../../server/modeling/in-order.ts';

function node(name: string, ...refs: string[]): ModelNode {
  const file = { name, path: `models/${name}.sql`, sql: '' };
  return { file, refs, materialized: 'table', stage: 'clean', ofLanding: false };
}

/** Works that end when they are told to, so that no clock decides what runs at once. */
class Works {
  readonly begun: string[] = [];
  readonly #open = new Map<string, { resolve(): void; reject(error: Error): void }>();

  readonly begin = ({ file }: ModelNode): Promise<void> => {
    this.begun.push(file.name);
    return new Promise((resolve, reject) => this.#open.set(file.name, { resolve, reject }));
  };

  async end(name: string, error?: Error): Promise<void> {
    const work = this.#open.get(name);
    if (error === undefined) work?.resolve();
    else work?.reject(error);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

// d needs b and c, both need a; e needs a model of another stage.
const NODES = [node('a'), node('b', 'a'), node('c', 'a'), node('d', 'b', 'c'), node('e', 'before')];

describe('models in order', () => {
  it('one at a time, as they are given', async () => {
    const works = new Works();
    const all = runInOrder(NODES, 1, works.begin);
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      expect(works.begun.at(-1)).toBe(name);
      await works.end(name);
    }
    await all;
  });

  it('two at a time, each after what it refers to', async () => {
    const works = new Works();
    const all = runInOrder(NODES, 2, works.begin);
    expect(works.begun).toEqual(['a', 'e']);
    await works.end('e');
    expect(works.begun).toEqual(['a', 'e']);
    await works.end('a');
    expect(works.begun).toEqual(['a', 'e', 'b', 'c']);
    await works.end('c');
    expect(works.begun).toHaveLength(4);
    await works.end('b');
    expect(works.begun.at(-1)).toBe('d');
    await works.end('d');
    await all;
  });

  it('begins nothing after a failure, and ends when nothing is going on any more', async () => {
    const works = new Works();
    let ended = false;
    const all = runInOrder(NODES, 2, works.begin).finally(() => {
      ended = true;
    });
    const failed = expect(all).rejects.toThrow('no');
    await works.end('a', new Error('no'));
    expect({ ended, begun: works.begun }).toEqual({ ended: false, begun: ['a', 'e'] });
    await works.end('e');
    await failed;
    expect(works.begun).toEqual(['a', 'e']);
  });
});
