import { metricLabel } from '../../../server/domain/department-figures.ts';
import type { Department } from '../../../server/domain/departments.ts';
import { departmentFacts } from '../../../server/domain/narration/department-facts.ts';
import type { StatedFact } from '../../../server/domain/narration/stated-fact.ts';
import { FURTHER_SETS } from './further-sets.ts';

type Kpi = readonly [metric: string, value: number, change: number];
type Group = readonly [name: string, value: number];

/** Invented figures of a department. */
export interface Made {
  readonly kpis: readonly Kpi[];
  readonly compared: string;
  readonly groups: readonly Group[];
}

/** Two invented sets of figures per department: the same things moved the same way, by other amounts. */
const SETS: Readonly<Record<Department, readonly [Made, Made]>> = {
  executive: [
    {
      kpis: [
        ['average_wonder_score', 58.34, 0.42],
        ['fans', 48_216, 310],
        ['elite_fans', 1_904, 26],
        ['at_risk_fans', 5_873, 412],
        ['average_sentiment', 66.1, 0.01],
        ['revenue', 1_243_900, -41_180],
      ],
      compared: 'revenue_per_fan',
      groups: [
        ['Champion', 61.4],
        ['Friend', 28.15],
        ['Explorer', 9.72],
      ],
    },
    {
      kpis: [
        ['average_wonder_score', 61.87, 1.13],
        ['fans', 9_127, 84],
        ['elite_fans', 233, 9],
        ['at_risk_fans', 764, 57],
        ['average_sentiment', 71.4, 0.02],
        ['revenue', 318_455, -9_870],
      ],
      compared: 'revenue_per_fan',
      groups: [
        ['Supporter', 83.6],
        ['Champion', 52.3],
        ['Friend', 14.35],
      ],
    },
  ],
  athletics: [
    {
      kpis: [
        ['fans', 31_774, 205],
        ['average_engagement', 47.62, -1.38],
        ['average_hospitality', 56.5, 0.71],
        ['attended_days', 22_410, -1_265],
        ['at_risk_fans', 3_318, -147],
      ],
      compared: 'average_engagement',
      groups: [
        ['Basketball', 55.21],
        ['Football', 49.33],
        ['Soccer', 38.94],
      ],
    },
    {
      kpis: [
        ['fans', 4_502, 31],
        ['average_engagement', 52.18, -0.94],
        ['average_hospitality', 61.3, 1.22],
        ['attended_days', 3_861, -208],
        ['at_risk_fans', 419, -38],
      ],
      compared: 'average_engagement',
      groups: [
        ['Baseball', 58.86],
        ['Women Volleyball', 51.02],
        ['Golf', 44.17],
      ],
    },
  ],
  marketing: [
    {
      kpis: [
        ['fans', 27_930, 164],
        ['average_digital', 51.27, 2.14],
        ['average_engagement', 44.81, -0.63],
        ['email_opens', 96_342, 4_118],
        ['at_risk_fans', 2_756, 193],
      ],
      compared: 'average_digital',
      groups: [
        ['Student', 57.48],
        ['Alumni', 50.36],
        ['Community', 42.9],
      ],
    },
    {
      kpis: [
        ['fans', 6_215, 47],
        ['average_digital', 48.73, 0.86],
        ['average_engagement', 39.55, -1.17],
        ['email_opens', 18_294, 733],
        ['at_risk_fans', 586, 41],
      ],
      compared: 'average_digital',
      groups: [
        ['Parent', 53.19],
        ['Student', 47.62],
        ['Staff', 41.38],
      ],
    },
  ],
  finance: [
    {
      kpis: [
        ['revenue', 2_318_400, 87_250],
        ['revenue_per_fan', 48.12, 1.86],
        ['lifetime_value', 18_760_000, 214_300],
        ['average_value', 42.66, -0.74],
        ['average_efficiency', 77.24, 0.53],
      ],
      compared: 'revenue_per_fan',
      groups: [
        ['Gold', 91.64],
        ['Commodore Elite', 64.27],
        ['Anchor', 13.87],
      ],
    },
    {
      kpis: [
        ['revenue', 412_680, 15_940],
        ['revenue_per_fan', 67.39, 2.44],
        ['lifetime_value', 3_905_200, 58_760],
        ['average_value', 39.18, -1.09],
        ['average_efficiency', 81.62, 0.48],
      ],
      compared: 'revenue_per_fan',
      groups: [
        ['Commodore', 97.25],
        ['Silver', 58.43],
        ['Bronze', 21.95],
      ],
    },
  ],
  alumni: [
    {
      kpis: [
        ['fans', 14_608, 92],
        ['average_advocacy', 33.47, 1.26],
        ['referrals', 1_847, 163],
        ['hostings', 642, -54],
        ['lifetime_value', 6_420_000, 118_900],
      ],
      compared: 'average_advocacy',
      groups: [
        ['Basketball', 39.81],
        ['Football', 34.25],
        ['Baseball', 26.73],
      ],
    },
    {
      kpis: [
        ['fans', 2_391, 18],
        ['average_advocacy', 29.64, 0.87],
        ['referrals', 318, 29],
        ['hostings', 127, -16],
        ['lifetime_value', 1_386_000, 24_150],
      ],
      compared: 'average_advocacy',
      groups: [
        ['Rowing', 35.92],
        ['Football', 30.11],
        ['Tennis', 22.48],
      ],
    },
  ],
};

/** Which set of a department: 0 and 1 moved the same way, 2 and 3 in ways of their own. */
export type WhichSet = 0 | 1 | 2 | 3;

function setOf(department: Department, which: WhichSet): Made {
  const [first, second] = SETS[department];
  const [third, fourth] = FURTHER_SETS[department];
  return ([first, second, third, fourth] as const)[which];
}

/** The facts of an invented department. Without an earlier run where `isFirst`. */
export function factSet(
  department: Department,
  { which, isFirst = false }: { readonly which: WhichSet; readonly isFirst?: boolean },
): StatedFact[] {
  const { kpis, compared, groups } = setOf(department, which);
  return departmentFacts(
    {
      department,
      kpis: kpis.map(([metric, value, change]) => ({
        metric,
        label: metricLabel(metric),
        value,
        change: isFirst ? null : change,
      })),
      breakdown: groups.map(([dimension_value, value]) => ({
        metric: compared,
        label: metricLabel(compared),
        dimension_value,
        value,
      })),
      periodDays: isFirst ? null : 28,
    },
    'en-US',
  );
}

/** Groups that exist in the set and that no fact is about. */
export function otherGroups(department: Department, which: WhichSet): string[] {
  return setOf(department, which)
    .groups.slice(1, -1)
    .map(([name]) => name);
}

const SHORT: Readonly<Record<string, string>> = {
  ws: 'average_wonder_score',
  fans: 'fans',
  elite: 'elite_fans',
  risk: 'at_risk_fans',
  sent: 'average_sentiment',
  rev: 'revenue',
  eng: 'average_engagement',
  hosp: 'average_hospitality',
  att: 'attended_days',
  dig: 'average_digital',
  opens: 'email_opens',
  rpf: 'revenue_per_fan',
  ltv: 'lifetime_value',
  val: 'average_value',
  eff: 'average_efficiency',
  adv: 'average_advocacy',
  ref: 'referrals',
  host: 'hostings',
};

/** A template with facts put in: {risk} a level, {risk+} its change, {risk%} its share, {Top}, {top}, {days}. */
export function fill(template: string, facts: readonly StatedFact[]): string {
  const find = (test: (fact: StatedFact) => boolean): StatedFact => {
    const found = facts.find(test);
    if (found === undefined) throw new Error(`no such fact in "${template}"`);
    return found;
  };
  return template.replace(/\{(\w+)([+%]?)\}/g, (_, name: string, suffix: string) => {
    if (name === 'days') return find(({ id }) => id === 'period').text;
    if (name === 'top') return find(({ rank }) => rank === 'highest').text;
    if (name === 'low') return find(({ rank }) => rank === 'lowest').text;
    if (name === 'Top') return find(({ rank }) => rank === 'highest').group ?? '';
    if (name === 'Low') return find(({ rank }) => rank === 'lowest').group ?? '';
    const id = `${SHORT[name]}${suffix === '+' ? '.change' : suffix === '%' ? '.share' : ''}`;
    return find((fact) => fact.id === id).text;
  });
}
