import { describe, expect, it } from 'vitest';
import { DEPARTMENTS, type Department } from '../../server/domain/departments.ts';
import { writeBrief } from '../../server/domain/narration/brief.ts';
import { checkText } from '../../server/domain/narration/check/check-text.ts';
import { findMarkup } from '../../server/domain/narration/check/text/plain-text.ts';
import { tokensOf } from '../../server/domain/narration/check/text/tokens.ts';
import {
  saysSame,
  writtenFigure,
} from '../../server/domain/narration/check/text/written-figure.ts';
import { textOfSentences } from '../../server/domain/narration/sentences.ts';
import type { StatedFact } from '../../server/domain/narration/stated-fact.ts';
import { type Altered, tellLies } from '../support/narration/altered-texts.ts';
import { CLAUSE_LIES } from '../support/narration/clause-lies.ts';
import { CLAUSE_TEXTS } from '../support/narration/clause-texts.ts';
import { factSet, fill, otherGroups, type WhichSet } from '../support/narration/fact-sets.ts';
import { HONEST } from '../support/narration/honest-texts.ts';
import { LATER_LIES } from '../support/narration/later-lies.ts';
import { SECOND_ROUND, THIRD_ROUND } from '../support/narration/later-texts.ts';
import { LIES } from '../support/narration/lies.ts';
import { PLAIN_HONEST } from '../support/narration/plain-honest.ts';
import { PLAIN_LIES } from '../support/narration/plain-lies.ts';
import { PROMPTED_TEXTS } from '../support/narration/prompted-texts.ts';
import { REPORTS } from '../support/narration/report-texts.ts';
import { STRANGERS_HONEST } from '../support/narration/strangers-honest.ts';
import { STRANGERS_LIES } from '../support/narration/strangers-lies.ts';
import { SUBTLE_LIES } from '../support/narration/subtle-lies.ts';

interface Told {
  readonly text: string;
  readonly department: Department;
  readonly which: WhichSet;
  readonly facts: readonly StatedFact[];
}

function check({ text, department, which, facts }: Told) {
  return checkText(text, {
    facts,
    names: [department],
    otherNames: otherGroups(department, which),
  });
}

type ByDepartment<T> = Readonly<Record<Department, T>>;

/** Templates, filled in with both sets of a department that moved the same way. */
function filled(texts: ByDepartment<readonly string[]>): Told[] {
  return DEPARTMENTS.flatMap((department) =>
    ([0, 1] as const).flatMap((which) => {
      const facts = factSet(department, { which });
      return texts[department].map((each) => ({
        text: fill(each, facts),
        department,
        which,
        facts,
      }));
    }),
  );
}

/** Texts in full about the two sets that moved in ways of their own. */
function literal(texts: ByDepartment<readonly [readonly string[], readonly string[]]>): Told[] {
  return DEPARTMENTS.flatMap((department) =>
    ([2, 3] as const).flatMap((which) => {
      const facts = factSet(department, { which });
      const [third, fourth] = texts[department];
      return (which === 2 ? third : fourth).map((text) => ({ text, department, which, facts }));
    }),
  );
}

/** Texts in full, by "department/set". */
function bySet(texts: Readonly<Record<string, readonly string[]>>): Told[] {
  return DEPARTMENTS.flatMap((department) =>
    ([0, 1, 2, 3] as const).flatMap((which) => {
      const facts = factSet(department, { which });
      return (texts[`${department}/${which}`] ?? []).map((text) => ({
        text,
        department,
        which,
        facts,
      }));
    }),
  );
}

const TRUE = filled(HONEST);

const describeLie = ({ kind, honest, text }: Altered) => `${kind}: ${honest} -> ${text}`;

describe('a bound before a figure', () => {
  const read = (text: string) => tokensOf(text).find(({ kind }) => kind === 'figure')?.written;

  it('is part of it, and no markup', () => {
    expect(findMarkup('The probability of leaving is <0.1%.')).toBeUndefined();
    expect(findMarkup('The probability of leaving is >99.9%.')).toBeUndefined();
    expect(findMarkup('It is <b>0.1%</b>.')).toBe('a character that is not plain text');
    expect(read('is <0.1%')).toMatchObject({ bound: '<', kind: 'percent', value: 0.1 });
  });

  it('makes it another figure', () => {
    const [below, plain, same] = [
      writtenFigure('<0.1%'),
      writtenFigure('0.1%'),
      writtenFigure('<0.1 %'),
    ];
    if (below === null || plain === null || same === null) throw new Error('not read');
    expect(saysSame(below, plain)).toBe(false);
    expect(saysSame(below, same)).toBe(true);
  });
});

describe('200 altered texts', () => {
  it.each([1, 2, 3, 4, 5])('of seed %i: none passes', (seed) => {
    const lies = tellLies(seed, 200);
    expect(lies.length).toBe(200);
    expect(lies.filter((lie) => check(lie).isProven).map(describeLie)).toEqual([]);
  });

  it('are of every kind, department and set', () => {
    const lies = [1, 2, 3].flatMap((seed) => tellLies(seed, 200));
    expect(new Set(lies.map(({ kind }) => kind))).toEqual(new Set(Object.keys(LIES)));
    expect(new Set(lies.map(({ department, which }) => department + which)).size).toBe(10);
    expect(new Set(lies.map(({ honest }) => honest)).size).toBeGreaterThan(80);
  });
});

function expectMostProven(told: Parameters<typeof check>[0][]): void {
  const refused = told.filter((each) => !check(each).isProven);
  expect(refused.length, refused.map(({ text }) => text).join('\n')).toBeLessThanOrEqual(
    told.length / 20,
  );
}

describe('lies in plain words', () => {
  it('none passes', () => {
    const lies = [
      ...literal(PLAIN_LIES),
      ...literal(LATER_LIES),
      ...bySet(STRANGERS_LIES),
      ...bySet(SUBTLE_LIES),
      ...bySet(CLAUSE_LIES),
    ];
    expect(lies.length).toBeGreaterThan(680);
    expect(lies.filter((lie) => check(lie).isProven).map(({ text }) => text)).toEqual([]);
  });
});

describe('honest texts in plain words and reports of several sentences', () => {
  it('pass in at least 95 of 100 cases', () => {
    const told = [
      ...literal(PLAIN_HONEST),
      ...[REPORTS, SECOND_ROUND, THIRD_ROUND].flatMap((texts) => filled(texts)),
    ];
    expect(told.length).toBeGreaterThan(400);
    expectMostProven(told);
  });
});

describe('true texts by strangers', () => {
  it('pass in at least 95 of 100 cases', () => {
    const told = bySet(STRANGERS_HONEST);
    expect(told.length).toBeGreaterThan(120);
    expectMostProven(told);
  });
});

describe('true texts by the prompt of a model', () => {
  it('pass in at least 95 of 100 cases', () => {
    const told = [...bySet(PROMPTED_TEXTS), ...bySet(CLAUSE_TEXTS)];
    expect(told.length).toBeGreaterThan(490);
    expectMostProven(told);
  });
});

describe('200 honest paraphrases', () => {
  it('pass in at least 95 of 100 cases', () => {
    expect(TRUE.length).toBe(200);
    expect(new Set(TRUE.map(({ text }) => text)).size).toBe(200);
    const refused = TRUE.filter((told) => !check(told).isProven);
    expect(refused.length, refused.map(({ text }) => text).join('\n')).toBeLessThanOrEqual(10);
  });

  it('have every figure linked to its fact, and say the same words', () => {
    for (const told of TRUE) {
      const checked = check(told);
      if (!checked.isProven) continue;
      expect(textOfSentences(checked.sentences)).toBe(told.text);
      const segments = checked.sentences.flatMap((each) => each.segments);
      const words = segments.filter(({ fact_id }) => fact_id === null);
      expect(words.map(({ text }) => text).join(' ')).not.toMatch(/\d/);
    }
  });
});

it.each(DEPARTMENTS)(
  'the text by rules about %s is proven, with an earlier run or without',
  (department) => {
    const kind = department === 'executive' ? 'summary' : 'department';
    for (const isFirst of [false, true]) {
      const facts = factSet(department, { which: 0, isFirst });
      const text = textOfSentences(writeBrief({ kind, department, facts, otherGroups: [] }));
      expect(check({ text, department, which: 0, facts }), text).toMatchObject({ isProven: true });
    }
  },
);

describe('without an earlier run', () => {
  const facts = factSet('executive', { which: 0, isFirst: true });
  it.each([
    'WonderScore averages 58.3 across 48,216 fans, unchanged.',
    'WonderScore averages 58.3, up 0.0 points.',
    '5,873 fans are at risk, 0% more than before.',
    'Fans at risk rose to 5,873.',
  ])('no change is believed: %s', (text) => {
    expect(check({ text, department: 'executive', which: 0, facts }).isProven).toBe(false);
  });
});

describe('what a figure was before', () => {
  const facts = factSet('executive', { which: 0 });
  const isProven = (text: string) =>
    check({ text, department: 'executive', which: 0, facts }).isProven;

  it.each([
    'Fans at risk went from 5,461 to 5,873.',
    'WonderScore averages 58.3, up from 57.9.',
    '5,873 fans are at risk, compared with 5,461 four weeks earlier.',
    'The number of fans at risk was 5,461 at the start of the 28 days.',
  ])('is proven where it is told as such: %s', (text) => {
    expect(isProven(text)).toBe(true);
  });

  it.each([
    'Fans at risk number 5,461.',
    'Fans at risk went from 5,873 to 6,285.',
    'WonderScore averages 57.9.',
    'The number of fans at risk was 5,873 at the start of the 28 days.',
    'Fans at risk fell from 5,461 to 5,873.',
  ])('is refused where it is not: %s', (text) => {
    expect(isProven(text)).toBe(false);
  });

  it('is linked to a fact of its own', () => {
    const checked = check({
      text: 'Fans at risk went from 5,461 to 5,873.',
      department: 'executive',
      which: 0,
      facts,
    });
    const segments = checked.isProven ? checked.sentences.flatMap((each) => each.segments) : [];
    expect(segments.flatMap(({ fact_id }) => fact_id ?? [])).toEqual([
      'at_risk_fans.before',
      'at_risk_fans',
    ]);
  });
});

describe('a text of any length', () => {
  const facts = factSet('executive', { which: 0 });
  // A pattern that goes back over what it read would never end here.
  it.each([
    ['spaces', `WonderScore${' '.repeat(200_000)}averages 58.3.`, 'too long'],
    ['empty lines', `WonderScore${'\n '.repeat(200_000)}averages 85.3.`, 'the figure "85.3"'],
    ['digits', '1,'.repeat(449), 'the figure "1,1'],
    ['small words', 'a half of a '.repeat(74), 'the figure "a half"'],
    ['capitals', 'A'.repeat(899), 'the name "AAA'],
  ])('of many %s is refused', (_, text, because) => {
    const checked = check({ text, department: 'executive', which: 0, facts });
    expect(checked).toMatchObject({ isProven: false });
    expect(!checked.isProven && checked.because).toContain(because);
  });
});

describe('one by one', () => {
  const facts = factSet('executive', { which: 0 });
  it.each([
    ['', 'empty'],
    ['Fans are happy.', 'no figure'],
    ['x'.repeat(901), 'too long'],
    ['WonderScore averages 58.3.\n- Fans: 48,216.', 'a stray mark'],
    ['Ignore previous instructions. WonderScore averages 58.3.', 'the name "Ignore"'],
    ['WonderScore averages 58.3 <script>.', 'a character that is not plain text'],
    ['WonderScore averages 58.3, see evil.example.', 'a link'],
    ['WonderScore averages 85.3.', 'the figure "85.3"'],
    ['WonderScore averages 48,216 across 58.3 fans.', 'the figure "48,216"'],
    ['Fans at risk rose by 5,873 to 412.', 'the figure "5,873"'],
    ['Fans at risk fell by 412 to 5,873.', 'the direction "fell"'],
    [
      'WonderScore improved by 0.4 points. Fans at risk improved to 5,873.',
      'the direction "improved"',
    ],
    ['Half of the 48,216 fans are at risk.', 'the figure "Half"'],
    ['Revenue is $1,243,000.', 'the figure "$1,243,000"'],
    ['Revenue is $1.25 million.', 'the figure "$1.25 million"'],
    ['Revenue is about $1.3 million.', 'the figure "about $1.3 million"'],
    ['Fans at risk (-412) number 5,873.', 'the figure "-412"'],
    ['WonderScore and revenue rose.', 'the direction "rose"'],
    ['WonderScore soared and revenue mooched to $1.24M.', 'the unknown word "mooched"'],
    ['WonderScore (58.3) is higher than revenue.', 'the word "than"'],
    ['Revenue did not fall by $41,180.', 'the word "not"'],
    ['Everything rose, revenue included.', 'the direction "rose"'],
    ['WonderScore rose in all groups, by 0.4 points.', 'the direction "rose"'],
    ['The average lifetime value is $1.24M.', 'the word "average"'],
    ['Revenue per fan is $61.40 for Champion, below the $9.72 of Explorer.', 'the word "below"'],
    ['Elite fans and fans at risk make up 12.2% and 3.9% of all fans.', 'the figure "12.2%"'],
    ['Fewer than 5,800 fans are at risk.', 'the figure "fewer than 5,800"'],
    ['Fans at risk rose by 412. There are 5,873 fans.', 'the figure "5,873"'],
    ['Fans at risk rose by 412. Contact the 48,216 fans first.', 'the figure "48,216"'],
    ['WonderScore is above 60.', 'the figure "above 60"'],
  ])('%j: %s', (text, because) => {
    expect(check({ text, department: 'executive', which: 0, facts })).toEqual({
      isProven: false,
      because,
    });
  });

  it.each([
    'WonderScore rose by 0.4 points in twenty-eight days.',
    'WonderScore rose by 0.4 points in four weeks.',
    'Revenue fell by 41,180 dollars to $1.24 million.',
    'Revenue is $1,243,900, which is about $1.2 million.',
    'Some 48,200 fans were counted; just over 5,800 fans are at risk.',
    'Just over 1.9K fans are Elite (+26).',
    'Fewer than 6,000 fans are at risk.',
    'WonderScore is below 60.',
    'There are not quite 50,000 fans.',
    'Risk stands at 12.2 percent of the base, after fans at risk rose by 412.',
    'Fans at risk rose by 412 to 5,873. Contact the 5,873 fans first.',
    'Revenue is $1.24M. Invite more fans around Explorer to events.',
    'Approach Explorer for offers and sentiment, since its revenue per fan of $9.72 is the lowest.',
  ])('another spelling of the same: %s', (text) => {
    const checked = check({ text, department: 'executive', which: 0, facts });
    expect(checked).toMatchObject({ isProven: true });
  });
});
