import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Department } from '../../server/domain/departments.ts';
import { DEPARTMENTS } from '../../server/domain/departments.ts';
import type { DepartmentBrief } from '../../server/domain/narration/brief.ts';
import { textOfSentences } from '../../server/domain/narration/sentences.ts';
import { tellLies } from '../support/narration/altered-texts.ts';
import { factSet, fill, otherGroups } from '../support/narration/fact-sets.ts';
import { HONEST } from '../support/narration/honest-texts.ts';
import {
  answering,
  type Behaviour,
  json,
  type ModelDouble,
  openModelDouble,
} from '../support/narration/model-double.ts';
import { modelNarrator } from '../support/narration/model-narrator.ts';
import { toldIn } from '../support/narration/told-in.ts';

let double: ModelDouble;
beforeAll(async () => {
  double = await openModelDouble();
});
afterAll(() => double.close());

function briefOf(department: Department, which: 0 | 1): DepartmentBrief {
  return {
    kind: department === 'executive' ? 'summary' : 'department',
    department,
    facts: factSet(department, { which }),
    otherGroups: otherGroups(department, which),
  };
}

const GOOD = 'WonderScore averages 58.3 across 48,216 fans.';

describe('a model that lies', () => {
  it('is never served: 200 altered texts, each counted as refused', async () => {
    const { narrator, metrics } = modelNarrator(double.url);
    const passed: string[] = [];
    for (const [index, { text, department, which }] of tellLies(7, 200).entries()) {
      double.behave(answering(text));
      const brief = briefOf(department, which);
      const told = await narrator.narrate({ runId: `run-${index}`, brief });
      if (told.source !== 'template' || told.why !== 'unproven') passed.push(text);
    }
    expect(passed).toEqual([]);
    expect(metrics.text()).toContain('wonder_narration_refusals_total{reason="unproven"} 200');
  });

  it('is served where it does not: 200 paraphrases, at least 95 of 100', async () => {
    const { narrator } = modelNarrator(double.url);
    let served = 0;
    for (const department of DEPARTMENTS) {
      for (const which of [0, 1] as const) {
        const brief = briefOf(department, which);
        for (const [index, template] of HONEST[department].entries()) {
          const text = fill(template, brief.facts);
          double.behave(answering(text));
          const told = await narrator.narrate({ runId: `${which}-${index}`, brief });
          if (told.source !== 'openai') continue;
          expect(told).toMatchObject({ model: 'double-1', why: null });
          expect(textOfSentences(told.sentences)).toBe(text);
          served += 1;
        }
      }
    }
    expect(served).toBeGreaterThanOrEqual(190);
  });
});

const endlessly: Behaviour = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '.repeat(10_000)), 1);
  response.on('close', () => clearInterval(timer));
};

describe('a model that fails', () => {
  const FAULTS: readonly (readonly [string, Behaviour, string])[] = [
    [
      '429',
      json(429, { error: { message: 'slow down' } }, { 'retry-after-ms': '1' }),
      'overloaded',
    ],
    [
      '429 for longer than anybody waits',
      json(429, { error: { message: 'slow down' } }, { 'retry-after': '60' }),
      'overloaded',
    ],
    ['500', json(500, { error: {} }, { 'retry-after-ms': '1' }), 'failed'],
    ['401', json(401, { error: { message: 'no' } }), 'failed'],
    ['malformed JSON', json(200, '{"choices": [{'), 'no_answer'],
    ['HTML', json(200, '<html>hello</html>', { 'content-type': 'text/html' }), 'no_answer'],
    ['another shape', json(200, { output: [] }), 'no_answer'],
    ['choices that are no list', json(200, { choices: 'yes' }), 'no_answer'],
    ['no choices', json(200, { choices: [] }), 'no_answer'],
    ['null', json(200, 'null'), 'no_answer'],
    ['an empty text', answering('  '), 'no_answer'],
    ['a text cut off', answering(GOOD, 'length'), 'no_answer'],
    ['a refusal', answering(GOOD, 'content_filter'), 'no_answer'],
    ['a megabyte', answering(`${GOOD} `.repeat(20_000)), 'no_answer'],
    ['an answer without an end', endlessly, 'no_answer'],
    ['markup', answering(`${GOOD} <img src=x onerror=alert(1)>`), 'unproven'],
    ['a reset', (request) => request.socket.destroy(), 'unreachable'],
  ];

  it.each(FAULTS)('%s: rules write, and say why', async (name, behaviour, why) => {
    const { narrator, metrics } = modelNarrator(double.url);
    double.behave(behaviour);
    const told = await narrator.narrate({ runId: name, brief: briefOf('executive', 0) });
    expect(told).toMatchObject({ source: 'template', model: null, why });
    expect(textOfSentences(told.sentences)).toMatch(/^WonderScore averages 58\.3/);
    expect(metrics.text()).toContain(`wonder_narration_refusals_total{reason="${why}"} 1`);
  });

  it('is asked again a bounded number of times', async () => {
    const { narrator } = modelNarrator(double.url);
    const before = double.requests.length;
    double.behave(json(500, {}, { 'retry-after-ms': '1' }));
    await narrator.narrate({ runId: 'bounded', brief: briefOf('executive', 0) });
    expect(double.requests.length - before).toBe(3);
  });

  it.each([
    ['that never answers', () => undefined],
    [
      'that stops in the middle',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('{"choices":');
      },
    ],
  ] satisfies readonly (readonly [string, Behaviour])[])(
    '%s: rules write at the deadline',
    async (_, behaviour) => {
      const { narrator } = modelNarrator(double.url, { deadlineMs: 200 });
      double.behave(behaviour);
      const told = await narrator.narrate({ runId: 'hangs', brief: briefOf('executive', 0) });
      expect(told).toMatchObject({ source: 'template', why: 'too_slow' });
    },
  );

  it('that is not there: rules write', async () => {
    const { narrator } = modelNarrator('http://127.0.0.1:9');
    const told = await narrator.narrate({ runId: 'gone', brief: briefOf('executive', 0) });
    expect(told).toMatchObject({ source: 'template', why: 'unreachable' });
  });

  it('in its ledger: rules write', async () => {
    const broken = {
      claim: () => Promise.reject(new Error('down')),
      keep: () => Promise.resolve(),
    };
    const { narrator } = modelNarrator(double.url, { ledger: broken });
    const told = await narrator.narrate({ runId: 'ledger', brief: briefOf('executive', 0) });
    expect(told).toMatchObject({ source: 'template', why: 'failed' });
  });
});

describe('what a model is sent', () => {
  it('is the facts, as they are written, and the text by rules', async () => {
    const { narrator } = modelNarrator(double.url);
    double.behave(answering(GOOD));
    const brief = briefOf('executive', 0);
    await narrator.narrate({ runId: 'sent', brief });
    const { facts, draft, department } = toldIn(double.requests.at(-1) ?? '');
    expect(department).toBe('executive');
    // What figures were before is for the check to know: the model is told how they changed.
    const told = brief.facts.filter(({ before }) => before === undefined);
    expect(facts.map(({ figure }) => figure)).toEqual(told.map(({ text }) => text));
    expect(draft).toMatch(/^WonderScore averages 58\.3 across 48,216 fans/);
  });

  it('is nothing about one fan', async () => {
    const { narrator } = modelNarrator(double.url);
    const before = double.requests.length;
    const standing = {
      tier: 'Elite',
      level: 'low',
      strongest: null,
      weakest: null,
      unknown: [],
      isContactable: true,
    } as const;
    const told = await narrator.narrate({
      runId: 'fan',
      brief: { kind: 'fan', facts: [], standing },
    });
    expect(told.why).toBe('about_a_fan');
    expect(double.requests.length).toBe(before);
  });

  it('once for a burst of readers', async () => {
    const { narrator } = modelNarrator(double.url);
    const before = double.requests.length;
    double.behave(answering(GOOD));
    const brief = briefOf('executive', 0);
    const all = Array.from({ length: 50 }, () => narrator.narrate({ runId: 'burst', brief }));
    const sources = (await Promise.all(all)).map(({ source }) => source);
    expect(new Set(sources)).toEqual(new Set(['openai']));
    expect(double.requests.length - before).toBe(1);
  });
});
