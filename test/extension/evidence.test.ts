import { describe, expect, it } from 'vitest';
import { evidenceFacts } from '../../extension/panels/narrative/evidence-facts.ts';
import { fansInWords } from '../../extension/panels/narrative/evidence-words.ts';
import { knownOf } from '../../extension/panels/narrative/fact-words.ts';
import { createFormat } from '../../extension/ui/format.ts';
import type { InsightItem } from '../../server/contract/index.ts';
import { insightList } from '../support/insight-answers.ts';
import { narrative } from '../support/narrative-answers.ts';

const format = createFormat({ locale: 'en-US', today: new Date('2025-03-02T00:00:00Z') });

function example(type: InsightItem['insight_type']): InsightItem {
  const found = insightList().items.find(({ insight_type }) => insight_type === type);
  if (found === undefined) throw new Error(`no example of ${type}`);
  return found;
}

function withFilters(filters: InsightItem['evidence']['filters']): InsightItem {
  const insight = example('recommendation');
  return { ...insight, evidence: { ...insight.evidence, filters } };
}

const ids = (facts: readonly { readonly id: string }[]) => facts.map(({ id }) => id);

describe('the facts of an insight', () => {
  it('are drawn where they compare, and the others follow its text', () => {
    const { bars, rows } = evidenceFacts(example('anomaly'));
    expect(ids(bars)).toEqual(['value', 'median']);
    // "... of 11 comparable days ..."; z is not in the text.
    expect(ids(rows)).toEqual(['days', 'robust_z']);
  });

  it('are the parts of a change', () => {
    const { bars, rows } = evidenceFacts(example('contribution'));
    expect([ids(bars), ids(rows)]).toEqual([['part_1', 'part_2'], ['change']]);
  });

  it('are not drawn beside a course, nor where there is one alone', () => {
    const { bars, rows } = evidenceFacts(example('trend'));
    expect([ids(bars), ids(rows)]).toEqual([[], ['change']]);
    expect(evidenceFacts(example('concentration')).bars).toEqual([]);
  });
});

describe('the fans of an insight', () => {
  it.each([
    [{}, 'All 96 fans.'],
    [{ primary_sport: 'Golf' }, '96 fans, of the sport Golf.'],
    [{ primary_sport: null }, '96 fans, without a known sport.'],
    [
      { segment: 'new_members', max_revenue: '0', marketing_opt_in: 'true', gdpr_consent: 'true' },
      '96 fans, in the segment New members, without revenue, who may be contacted.',
    ],
    [
      { segment: 'champions', min_score: '82' },
      '96 fans, in the segment Champions, with a WonderScore of 82 or more.',
    ],
  ])('%j are said in words', (filters, words) => {
    expect(fansInWords(withFilters(filters), format)).toBe(words);
  });
});

describe('what is known of a figure', () => {
  const told = narrative();
  it.each([
    ['at_risk_fans.change', '1,204 on Mar 1, compared with Feb 1.'],
    ['at_risk_fans', 'On Mar 1; up 112 since Feb 1.'],
    ['fans', 'On Mar 1.'],
  ])('%s', (id, words) => {
    const fact = told.facts.find((each) => each.id === id);
    if (fact === undefined) throw new Error(`no fact ${id}`);
    expect(knownOf(fact, told, format)).toBe(words);
    expect(knownOf(fact, { ...told, compared_with: null }, format)).toBe('On Mar 1.');
  });
});
