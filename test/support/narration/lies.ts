import type { Department } from '../../../server/domain/departments.ts';
import type { StatedFact } from '../../../server/domain/narration/stated-fact.ts';

/** Whole numbers below `below`, repeatable. */
export type Draw = (below: number) => number;

/** What a lie is told about. */
export interface LieGrounds {
  readonly text: string;
  readonly facts: readonly StatedFact[];
  readonly department: Department;
}

/** Turns a true text into a false one; undefined where it has nothing to bite on. */
export type Lie = (grounds: LieGrounds, draw: Draw) => string | undefined;

const FIGURE = /\$?\d+(?:,\d{3})*(?:\.\d+)?[MK]?%?/g;

function pick<T>(items: readonly T[], draw: Draw): T | undefined {
  return items.length === 0 ? undefined : items[draw(items.length)];
}

function figures(text: string) {
  return [...text.matchAll(FIGURE)].map((match) => ({ text: match[0], at: match.index }));
}

function replaceAt(text: string, { at, text: old }: { at: number; text: string }, by: string) {
  return text.slice(0, at) + by + text.slice(at + old.length);
}

/** Replaces one of the words of a table by its partner. */
function swapWord(pairs: readonly (readonly [string, string])[]): Lie {
  return ({ text }, draw) => {
    const both = pairs.flatMap(([one, other]) => [[one, other] as const, [other, one] as const]);
    const hits = both.flatMap(([from, to]) =>
      [...text.matchAll(new RegExp(`\\b${from}\\b`, 'gi'))].map((match) => ({
        at: match.index,
        text: match[0],
        to: /^[A-Z]/.test(match[0]) ? to.charAt(0).toUpperCase() + to.slice(1) : to,
      })),
    );
    const hit = pick(hits, draw);
    return hit === undefined ? undefined : replaceAt(text, hit, hit.to);
  };
}

function onFigure(change: (figure: string, draw: Draw) => string | undefined): Lie {
  return ({ text }, draw) => {
    const figure = pick(figures(text), draw);
    const by = figure === undefined ? undefined : change(figure.text, draw);
    return figure === undefined || by === undefined || isHonestRounding(figure.text, by)
      ? undefined
      : replaceAt(text, figure, by);
  };
}

const numberIn = (figure: string) => Number(figure.replace(/[$,%MK]/g, ''));

/** A short figure with fewer digits may still be right: $1.2M of $1.24M. */
function isHonestRounding(from: string, to: string): boolean {
  const digits = to.split('.')[1]?.replace(/\D/g, '').length ?? 0;
  const isShort = /[MK]$/.test(from) && from.at(-1) === to.at(-1);
  return (
    numberIn(from) === numberIn(to) ||
    (isShort && numberIn(from).toFixed(digits) === numberIn(to).toFixed(digits))
  );
}
const insert = (phrases: readonly string[]): Lie => {
  return ({ text }, draw) => {
    const stops = [...text.matchAll(/\.(?=\s|$)/g)].map(({ index }) => index);
    const at = pick(stops, draw);
    const phrase = pick(phrases, draw);
    return at === undefined || phrase === undefined
      ? undefined
      : `${text.slice(0, at)}${phrase}${text.slice(at)}`;
  };
};
const append = (sentences: readonly string[]): Lie => {
  return ({ text }, draw) => `${text} ${pick(sentences, draw) ?? ''}`;
};

const SUBJECTS = [
  'WonderScore',
  'engagement',
  'sentiment',
  'advocacy',
  'revenue efficiency',
  'lifetime value',
  'digital affinity',
  'revenue per fan',
  'hospitality experience',
  'referrals',
  'hosted events',
  'e-mail opens',
  'fans at risk',
  'Elite fans',
] as const;

const NAMES = [
  'Basketball',
  'Football',
  'Soccer',
  'Golf',
  'Tennis',
  'Rowing',
  'Baseball',
  'Champion',
];

/** Every kind of lie, by name. */
export const LIES: Readonly<Record<string, Lie>> = {
  changedDigit: ({ text }, draw) => {
    const digits = [...text.matchAll(/\d/g)].map(({ index, 0: digit }) => ({
      at: index,
      text: digit,
    }));
    const digit = pick(digits, draw);
    if (digit === undefined) return undefined;
    return replaceAt(text, digit, String((Number(digit.text) + 1 + draw(9)) % 10));
  },
  droppedDigit: onFigure((figure) => {
    const shorter = figure.replace(/\d(?!.*\d)/, '');
    return /\d/.test(shorter) ? shorter.replace(/\.(?=%|$)/, '') : undefined;
  }),
  movedPoint: onFigure((figure) =>
    figure.includes('.')
      ? figure.replace(/(\d)\.(\d)/, '.$1$2').replace(/^\$?\./, '0.')
      : undefined,
  ),
  swappedFigures: ({ text }, draw) => {
    const all = figures(text);
    const [one, other] = [pick(all, draw), pick(all, draw)];
    if (one === undefined || other === undefined || one.text === other.text) return undefined;
    const [first, second] = one.at < other.at ? [one, other] : [other, one];
    return replaceAt(replaceAt(text, second, first.text), first, second.text);
  },
  figureOfAnotherFact: ({ text, facts }, draw) => {
    const figure = pick(figures(text), draw);
    const other = pick(facts, draw)?.text.replace(/ days?$/, '');
    if (figure === undefined || other === undefined || other === figure.text) return undefined;
    return replaceAt(text, figure, other);
  },
  swappedSubject: ({ text }, draw) => {
    // What somebody is asked for is no claim.
    if (text.startsWith('Ask ')) return undefined;
    const hits = SUBJECTS.filter((subject) => text.toLowerCase().includes(subject.toLowerCase()));
    const [from, to] = [pick(hits, draw), pick(SUBJECTS, draw)];
    if (from === undefined || to === undefined || from === to) return undefined;
    if (text.toLowerCase().includes(to.toLowerCase())) return undefined;
    return text.replace(new RegExp(from, 'i'), (old) =>
      /^[A-Z]/.test(old) ? to.charAt(0).toUpperCase() + to.slice(1) : to,
    );
  },
  swappedGroup: ({ text, facts }, draw) => {
    const own = facts.flatMap(({ group }) => (group === null ? [] : [group]));
    const named = own.filter((name) => text.includes(name));
    const from = pick(named, draw);
    const to = pick(
      [...own, ...NAMES].filter((name) => name !== from),
      draw,
    );
    return from === undefined || to === undefined ? undefined : text.replace(from, to);
  },
  flippedDirection: swapWord([
    ['rose', 'fell'],
    ['up', 'down'],
    ['higher', 'lower'],
    ['grew', 'shrank'],
    ['gained', 'lost'],
    ['climbed', 'dropped'],
    ['increased', 'decreased'],
    ['increase', 'decrease'],
    ['rise', 'fall'],
    ['more', 'fewer'],
    ['improved', 'worsened'],
    ['declined', 'advanced'],
    ['slipped', 'jumped'],
    ['unchanged', 'higher'],
    ['gain', 'loss'],
    ['fall', 'rise'],
    ['rising', 'falling'],
  ]),
  flippedRank: swapWord([
    ['leads', 'trails'],
    ['highest', 'lowest'],
    ['strongest', 'weakest'],
    ['largest', 'smallest'],
    ['best', 'worst'],
  ]),
  inventedPercentage: insert([
    ', a rise of 12%',
    ', an increase of 8.4 percent',
    ' (3.7%)',
    ', or 41% of the target',
    ', down 6% on plan',
    ', which is 99% of all fans',
    ', 2.5 percentage points better',
  ]),
  inventedPercentSentence: append([
    'That is an increase of 15%.',
    'Some 72% of fans agree.',
    'Growth was 4.9%.',
    'The share at risk is 33%.',
  ]),
  rounded: onFigure((figure, draw) => {
    const value = numberIn(figure);
    const money = figure.startsWith('$') ? '$' : '';
    const scale = /[MK]/.exec(figure)?.[0] ?? '';
    const percent = figure.endsWith('%') ? '%' : '';
    const coarse = [1, 10, 100].map((step) => Math.round(value / step) * step);
    const rounded = pick(
      coarse.filter((each) => each !== value && each > 0),
      draw,
    );
    return rounded === undefined ? undefined : `${money}${rounded}${scale}${percent}`;
  }),
  shortened: onFigure((figure, draw) => {
    const value = numberIn(figure);
    if (/[MK%]/.test(figure) || value < 1000) return undefined;
    const wrong = pick([value * 1.1, value * 0.9, value * 10, value / 10], draw) ?? value;
    const scaled = pick([(wrong / 1000).toFixed(1), `${Math.round(value / 1e6)}.0`], draw) ?? '';
    return `${figure.startsWith('$') ? '$' : ''}${scaled}${scaled.endsWith('.0') ? ' million' : 'K'}`;
  }),
  bent: onFigure(
    (figure, draw) =>
      `${pick(['nearly', 'more than', 'almost', 'over', 'at least', 'under', 'just over', 'at most'], draw)} ${figure}`,
  ),
  bentAway: onFigure((figure, draw) => {
    const value = numberIn(figure);
    if (/[MK%]/.test(figure) || value < 100) return undefined;
    const away = Math.round(value * (pick([0.9, 0.94, 1.06, 1.1], draw) ?? 1));
    const step = 10 ** (String(away).length - 2);
    if (Math.round(away / step) === Math.round(value / step)) return undefined;
    const told = (Math.round(away / step) * step).toLocaleString('en-US');
    const hedge = pick(['about', 'nearly', 'more than', 'roughly', 'some', 'close to'], draw);
    return `${hedge} ${figure.startsWith('$') ? '$' : ''}${told}`;
  }),
  inWords: onFigure((figure, draw) =>
    pick(
      [
        'twelve',
        'forty-two',
        'a dozen',
        'half',
        'hundreds',
        'six thousand',
        'two',
        'a third',
        'ninety-nine',
      ],
      draw,
    )?.concat(figure.endsWith('%') ? ' percent' : ''),
  ),
  wordNumbers: append([
    'Half of all fans are at risk.',
    'That has doubled in 28 days.',
    'Two in three fans agree.',
    'The figure is twice as high as before.',
    'One fan in five is at risk.',
    'A quarter of the base has left.',
    'Revenue tripled.',
    'This ranks third among all departments.',
    'Dozens of fans left.',
    'Most fans are at risk.',
    'The base is the largest ever.',
  ]),
  otherUnit: ({ text }, draw) => {
    const swaps = [
      [/ points/, '%'],
      [/ points/, ' percentage points'],
      [/\$/, ''],
      [/%/, ' points'],
      [/%/, ''],
      [/ days/, ' weeks'],
      [/ days/, ' months'],
      [/28 days/, '7 days'],
      [/(?<=\d) fans/, ' complaints'],
      [/(?<=\d)M/, 'K'],
    ] as const;
    const swap = pick(
      swaps.filter(([from]) => from.test(text)),
      draw,
    );
    return swap === undefined ? undefined : text.replace(swap[0], swap[1]);
  },
  negated: swapWord([
    ['rose', 'never rose'],
    ['fell', 'did not fall'],
    ['are', 'are not'],
    ['is', 'is not'],
    ['grew', 'hardly grew'],
    ['averages', 'no longer averages'],
    ['leads', 'never leads'],
  ]),
  caused: insert([
    ' because of the new stadium',
    ', driven by Basketball',
    ' due to lower ticket prices',
    ', thanks to the winning team',
  ]),
  promised: append([
    'Revenue will rise by $50,000.',
    'Fans at risk are expected to double.',
    'Next season looks strong at 70.0.',
    'Engagement will recover.',
  ]),
  dated: insert([
    ' since Feb 3',
    ' on March 12, 2025',
    ' last year',
    ' in the first quarter',
    ' overnight',
    ' each week',
  ]),
  named: append([
    'Ask Jordan Avery to help.',
    'Quidditch leads with 88.0.',
    'Basketball is in trouble.',
    'Vanderbilt agrees.',
    'Donors rose as well.',
    'Hockey fans fell.',
    'Call Golf, Curling and Polo.',
  ]),
  otherDirection: append([
    'Sentiment fell.',
    'Satisfaction is up.',
    'Fans are leaving: their number fell.',
    'Everything improved.',
    'Lifetime value is down.',
    'Revenue efficiency worsened.',
    'More fans complain.',
  ]),
  marked: insert([
    ' <b>now</b>',
    ' **strongly**',
    ' (see https://evil.example/x)',
    ' [details](http://a.b)',
    ' <img src=x onerror=alert(1)>',
    ' at evil.example',
    ' `code`',
    ' \u202e',
    ' www.evil.test',
  ]),
};
