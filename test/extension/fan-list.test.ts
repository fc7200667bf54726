import { describe, expect, it } from 'vitest';
import type { ApiClient, FanQuery } from '../../extension/api/client.ts';
import { createFanList } from '../../extension/models/fan-list.ts';
import type { FanList } from '../../server/contract/index.ts';
import { META } from '../support/answer-parts.ts';
import { failing, settle } from '../support/fake-api.ts';
import { createManualTimers } from '../support/manual-timers.ts';
import { profile } from '../support/panel-answers.ts';

const ALL = { filters: {}, segment: null, viewer: null };

function page(ids: readonly string[], next: string | null): FanList {
  const items = ids.map((wonder_id) => profile({ wonder_id }));
  return { items, total: 4, next_cursor: next, meta: META };
}

function setUp(answer: ApiClient['fans']) {
  const timers = createManualTimers();
  const asked: FanQuery[] = [];
  const model = createFanList({
    timers,
    api: {
      fans: (query, signal) => {
        asked.push(query);
        return answer(query, signal);
      },
    },
  });
  const ids = (): string[] => {
    const state = model.state.value;
    const first = state.kind === 'ready' ? state.data.items : [];
    return [...first, ...model.further.value.items].map((fan) => fan.wonder_id);
  };
  return { model, timers, asked, ids };
}

const twoPages: ApiClient['fans'] = ({ cursor }) =>
  Promise.resolve(cursor === 'next' ? page(['c', 'd'], null) : page(['a', 'b'], 'next'));

describe('createFanList', () => {
  it('grows page by page to its end', async () => {
    const { model, asked, ids } = setUp(twoPages);
    model.show(ALL);
    await settle();
    model.more();
    model.more();
    await settle();
    expect(ids()).toEqual(['a', 'b', 'c', 'd']);
    model.more();
    expect(asked.map((query) => query.cursor)).toEqual([undefined, 'next']);
  });

  it('keeps what it has when a page does not come, and can try again', async () => {
    let fail = true;
    const { model, ids } = setUp((query, signal) =>
      query.cursor !== undefined && fail ? failing('too_slow')() : twoPages(query, signal),
    );
    model.show(ALL);
    await settle();
    model.more();
    await settle();
    expect(model.further.value.failed).toBe(true);
    fail = false;
    model.more();
    await settle();
    expect(ids()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('starts over for another question, and adds no page of the old one', async () => {
    let release = (_page: FanList): void => {};
    const { model, timers, ids } = setUp(({ cursor, segment }) => {
      if (segment === 'elite') return Promise.resolve(page(['e'], null));
      if (cursor === undefined) return Promise.resolve(page(['a', 'b'], 'next'));
      return new Promise((resolve) => {
        release = resolve;
      });
    });
    model.show(ALL);
    await settle();
    model.more();
    model.show({ ...ALL, segment: 'elite' });
    timers.pass(1000);
    await settle();
    release(page(['c', 'd'], null));
    await settle();
    expect(ids()).toEqual(['e']);
  });

  it('searches once for what was typed', async () => {
    const { model, timers, asked } = setUp(twoPages);
    model.show(ALL);
    for (const text of ['a', 'av', 'ave ']) model.setSearch(text);
    timers.pass(1000);
    await settle();
    expect(asked.map((query) => query.q)).toEqual([undefined, 'ave']);
  });
});
