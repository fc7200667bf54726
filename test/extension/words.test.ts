import { describe, expect, it } from 'vitest';
import { cohortRings } from '../../extension/models/cohort-rings.ts';
import { fanRings } from '../../extension/models/fan-rings.ts';
import type { Ready } from '../../extension/models/loader.ts';
import type { NoRings, RingsData } from '../../extension/models/rings-data.ts';
import { coverageInWords } from '../../extension/panels/score-rings/notices.ts';
import { scoreFile } from '../../extension/panels/score-rings/score-file.ts';
import { nobodyWords } from '../../extension/panels/score-rings/state-words.ts';
import { failureWords } from '../../extension/panels/shared/failure-words.ts';
import { rankInWords } from '../../extension/panels/shared/rank-words.ts';
import { receiptRemarks } from '../../extension/panels/shared/receipt-remarks.ts';
import { staleBecause } from '../../extension/panels/shared/stale-words.ts';
import { createFormat } from '../../extension/ui/format.ts';
import { META } from '../support/answer-parts.ts';
import { cohort } from '../support/cohort-answer.ts';
import { profile, receipt, scoreRecord } from '../support/panel-answers.ts';

const format = createFormat({
  thresholds: { score: [40, 55, 70, 85], risk: [40, 70] },
  locale: 'en-US',
  today: new Date('2025-03-03T12:00:00Z'),
  timeZone: 'UTC',
});
const fan = fanRings({ record: scoreRecord(), history: null, profile: profile() });

function ready<T extends RingsData | NoRings>(data: T): Ready<T> {
  return { kind: 'ready', data, loadedAt: 0, busy: false, trouble: null };
}

describe('rankInWords', () => {
  it.each([
    [0.02, 'Top 0.1%'],
    [11.8, 'Top 12%'],
    [50, 'Top 50%'],
    [78.6, 'Bottom 22%'],
    [100, 'Bottom 0.1%'],
  ])('of %d', (topPercent, words) => expect(rankInWords(topPercent, format)).toBe(words));
});

describe('staleBecause', () => {
  const because = (shown: Ready<RingsData>, extractDate: string | null) =>
    staleBecause({ shown, extractDate, extractUpdatedAt: null, things: 'Scores' }, format);

  it('is silent when all is well', () => {
    expect(because(ready(fan), null)).toBeNull();
    expect(because(ready(fan), '2025-03-01')).toBeNull();
  });

  it('gives the service’s reason', () => {
    const meta = { ...META, stale: true, stale_because: 'Last night’s run was refused.' };
    expect(because(ready({ ...fan, meta }), null)).toBe(
      'Scores are from Mar 1. Last night’s run was refused.',
    );
  });

  it('notices worksheets that are older than the scores', () => {
    expect(because(ready(fan), '2025-02-28')).toBe(
      'Worksheets show Feb 28, scores Mar 1. An extract refresh is due.',
    );
  });

  it('says that newer scores did not come', () => {
    const trouble = { kind: 'too_slow', detail: null, requestId: 'r', retryAfter: null } as const;
    expect(because({ ...ready(fan), trouble }, null)).toMatch(/^Newer scores did not/);
  });
});

describe('states without data', () => {
  const none = (filters: NoRings['filters']): NoRings => ({
    kind: 'none',
    reason: 'no_match',
    filters,
    minimum: 10,
    meta: META,
  });

  it('name the filters that leave nobody', () => {
    expect(nobodyWords(none({ sport: 'Bowling', affiliation: 'Faculty' }), format)).toEqual({
      title: 'No fans match these filters',
      text: 'Sport is Bowling and affiliation is Faculty. Together they leave no one.',
    });
    expect(nobodyWords(none({ tier: 'Elite' }), format).text).toBe(
      'Score tier is Elite. That leaves no one.',
    );
  });

  it('say why few are not averaged', () => {
    const few = cohortRings(cohort({ suppressed: true, fans: null }), { sport: 'Golf' });
    expect(few.kind === 'none' && nobodyWords(few, format).text).toBe(
      'Sport is Golf. Figures of fewer than 10 members are not shown.',
    );
  });

  it('say when the panel tries again', () => {
    const trouble = { kind: 'busy', detail: null, requestId: 'r', retryAfter: 30 } as const;
    expect(failureWords(trouble, 'Scores', format).text).toContain('We try again in 30 seconds.');
  });

  it('never repeat what the service says of its inside', () => {
    const trouble = {
      kind: 'failed',
      detail: 'select * from x',
      requestId: 'r',
      retryAfter: null,
    } as const;
    expect(failureWords(trouble, 'Scores', format).text).not.toContain('select');
  });
});

describe('coverageInWords', () => {
  it('names what no data stands behind', () => {
    const record = scoreRecord({ has_sentiment: false, has_advocacy: false, coverage: 0.85 });
    const data = fanRings({ record, history: null, profile: null });
    expect(coverageInWords(data, format)).toEqual({
      remark: 'Own data covers 85% of the score: no sentiment, advocacy rows',
      note: '85% own data',
    });
  });
});

describe('receiptRemarks', () => {
  const [wonder, engagement] = receipt().scores;

  it('say that the points add up, after adding them', () => {
    if (engagement === undefined) throw new Error('no such receipt');
    expect(receiptRemarks(engagement, receipt(), format)).toEqual([
      'Points add up to the score, 78.42.',
      'Rank is the share of members below this fan.',
      'Engagement gives 27.45 of the 74.27 WonderScore points.',
    ]);
  });

  it('do not say so when they do not', () => {
    if (wonder === undefined) throw new Error('no such receipt');
    const [sum] = receiptRemarks({ ...wonder, value: 74.3 }, receipt(), format);
    expect(sum).toBe('Points add up to 74.27, the score is 74.30.');
  });

  it('name the defaults', () => {
    if (engagement === undefined) throw new Error('no such receipt');
    const lines = engagement.lines.map((line, index) => ({ ...line, default_used: index === 0 }));
    const remarks = receiptRemarks({ ...engagement, lines, default_used: true }, receipt(), format);
    expect(remarks[0]).toBe('Defaults, for want of the fan’s own data: Web sessions.');
  });
});

describe('scoreFile', () => {
  it('holds every figure of a fan, and its points', () => {
    const { name, text } = scoreFile(fan, receipt());
    expect(name).toBe('wonderscore-w1-2025-03-01.csv');
    expect(text.split('\r\n').slice(0, 3)).toEqual([
      'about,score_date,score,value,change,weight,points,own_data,fans',
      'W1,2025-03-01,Engagement,78.42,,0.35,27.45,yes,',
      'W1,2025-03-01,Loyalty,76.1,,0.25,19.03,yes,',
    ]);
    expect(text).toContain('Hospitality,,,');
    expect(text).toContain('Revenue efficiency,0,');
  });

  it('starts no formula with what a filter is called', () => {
    const data = cohortRings(cohort(), { sport: '=cmd' });
    expect(data.kind === 'rings' && scoreFile(data, null).text).toContain("'=cmd");
  });
});
