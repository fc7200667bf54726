import type { Narrative } from '../../server/contract/index.ts';
import { META } from './answer-parts.ts';

const words = (text: string) => ({ text, fact_id: null });
const figure = (text: string, fact_id: string) => ({ text, fact_id });

const FACTS: Narrative['facts'] = [
  {
    id: 'at_risk_fans.change',
    label: 'Fans at risk, change since Feb 1',
    value: 112,
    unit: 'count',
    direction: 'up',
    text: '112',
  },
  {
    id: 'at_risk_fans',
    label: 'Fans at risk',
    value: 1204,
    unit: 'count',
    direction: null,
    text: '1,204',
  },
  {
    id: 'average_wonder_score',
    label: 'Average WonderScore',
    value: 58.3,
    unit: 'score',
    direction: null,
    text: '58.3',
  },
  {
    id: 'average_wonder_score.change',
    label: 'Average WonderScore, change since Feb 1',
    value: 0.4,
    unit: 'points',
    direction: 'up',
    text: '0.4',
  },
  { id: 'fans', label: 'Fans', value: 48216, unit: 'count', direction: null, text: '48,216' },
  {
    id: 'lifetime_value',
    label: 'Lifetime value',
    value: 1_240_000,
    unit: 'money',
    direction: null,
    text: '$1.24M',
  },
];

const SENTENCES: Narrative['sentences'] = [
  {
    role: 'summary',
    segments: [
      words('WonderScore averages '),
      figure('58.3', 'average_wonder_score'),
      words(' across '),
      figure('48,216', 'fans'),
      words(' fans, up '),
      figure('0.4', 'average_wonder_score.change'),
      words(' points since Feb 1.'),
    ],
  },
  {
    role: 'concern',
    segments: [
      words('Fans at risk rose by '),
      figure('112', 'at_risk_fans.change'),
      words(' to '),
      figure('1,204', 'at_risk_fans'),
      words('.'),
    ],
  },
  {
    role: 'recommendation',
    segments: [
      words('Call them before anyone else: '),
      figure('$1.24M', 'lifetime_value'),
      words(' of lifetime value depends on the base.'),
    ],
  },
];

/** The executive summary of the made run, by rules; `changes` replaces what a test is about. */
export function narrative(changes: Partial<Narrative> = {}): Narrative {
  const sentences = changes.sentences ?? SENTENCES;
  return {
    kind: 'summary',
    department: 'executive',
    wonder_id: null,
    text: sentences.map((each) => each.segments.map(({ text }) => text).join('')).join(' '),
    sentences,
    source: 'template',
    model: null,
    why: 'No writing model is set up',
    compared_with: '2025-02-01',
    facts: FACTS,
    generated_at: '2025-03-02T08:14:05.000Z',
    meta: META,
    ...changes,
  };
}

/** The same text as a model wrote it. */
export function writtenNarrative(changes: Partial<Narrative> = {}): Narrative {
  return narrative({ source: 'openai', model: 'gpt-4o-mini', why: null, ...changes });
}

/** The same text, each of its sentences longer. */
export function longNarrative(): Narrative {
  const lead = 'Over the whole of the period that is looked at here, and for all fans, ';
  return narrative({
    sentences: SENTENCES.map(({ role, segments }) => ({
      role,
      segments: [{ text: lead, fact_id: null }, ...segments],
    })),
  });
}
