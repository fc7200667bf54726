import { describe, expect, it } from 'vitest';
import { DEPARTMENTS } from '../../../server/domain/departments.ts';
import { detectInsights } from '../../../server/domain/insights/detect-insights.ts';
import type { Finding } from '../../../server/domain/insights/finding.ts';
import type { InsightFacts } from '../../../server/domain/insights/insight-facts.ts';
import type { InsightType } from '../../../server/domain/insights/insight-names.ts';
import { watchedActivity } from '../../../server/domain/insights/metric-words.ts';
import { textOfSegments } from '../../../server/domain/narration/segments.ts';
import { addDays } from '../../../server/domain/run.ts';
import { context, departmentFacts, LAST } from './department-facts.ts';

/** A finding with its texts as they are read. */
type ReadFinding = Omit<Finding, 'title' | 'description'> & {
  readonly title: string;
  readonly description: string;
};

function find(facts: Partial<InsightFacts> = {}, changes = {}): ReadFinding[] {
  return detectInsights(departmentFacts(facts), context(changes)).map((found) => ({
    ...found,
    title: textOfSegments(found.title),
    description: textOfSegments(found.description),
  }));
}

function only(type: InsightType, facts: Partial<InsightFacts> = {}): ReadFinding {
  const found = find(facts).filter((each) => each.type === type);
  if (found[0] === undefined) throw new Error(`no ${type}`);
  return found[0];
}

describe('what is said', () => {
  it('of an unusual day', () => {
    expect(only('anomaly')).toMatchObject({
      title: 'E-mail opens far above a usual Saturday',
      description:
        'E-mail opens on Saturday, March 1, 2025: 400, 299 above the median of 101 on 12 days like it.',
      priority: 'medium',
      level: 299,
      fans: 1000,
      smallestGroup: 280,
    });
  });

  it('of a trend', () => {
    expect(only('trend')).toMatchObject({
      title: 'Average engagement is falling',
      description:
        'Average engagement fell by about 2.7 points in 27 days, from 40.0 on Feb 2 to 37.3 on Mar 1.',
      priority: 'medium',
      // The figure itself must move by a quarter, not its change of 2.7.
      level: -37.3,
    });
  });

  it('of a trend whose slope is less than the way from its first to its last day', () => {
    const days = Array.from({ length: 28 }, (_, i) => ({
      day: addDays(LAST, i - 27),
      value: i === 27 ? 1500 : 1000 + 10 * i,
    }));
    const { description, facts } = only('trend', {
      figures: [{ metric: 'revenue', fans: 1000, days }],
    });
    expect(description).toBe(
      'Revenue of 90 days rose by about $500 in 27 days, from $1,000 on Feb 2 to $1,500 on Mar 1.',
    );
    expect(facts.find(({ id }) => id === 'course')).toMatchObject({
      label: 'Revenue of 90 days, change of a line through all days',
      text: '$270',
    });
  });

  it('of a trend of money without cents where one figure has none', () => {
    const days = Array.from({ length: 28 }, (_, i) => ({
      day: addDays(LAST, i - 27),
      value: 100.34 + 0.9552 * i,
    }));
    const figures = [{ metric: 'revenue_per_fan', fans: 1000, days }];
    expect(only('trend', { figures }).description).toBe(
      'Revenue per fan in 90 days rose by about $26 in 27 days, from $100 on Feb 2 to $126 on Mar 1.',
    );
  });

  it('of a trend whose figures, as written, add up', () => {
    const days = Array.from({ length: 28 }, (_, i) => ({
      day: addDays(LAST, i - 27),
      value: i === 27 ? 33.66 : 31.44 + (2.2 * i) / 27,
    }));
    const figures = [{ metric: 'average_engagement', fans: 1000, days }];
    expect(only('trend', { figures }).description).toBe(
      'Average engagement rose by about 2.3 points in 27 days, from 31.4 on Feb 2 to 33.7 on Mar 1.',
    );
  });

  it('of a change and who explains it', () => {
    const { title, description, facts, filters } = only('contribution');
    expect(title).toBe('Purchases down by 240, 220 of it from Basketball followers');
    expect(description).toBe(
      'Purchases of the last 28 days: 560, 240 below the 28 days before. Basketball followers lost 220; all others lost 20.',
    );
    expect(filters).toEqual({ primary_sport: 'Basketball' });
    const parts = facts.filter(({ id }) => id.startsWith('part_'));
    const sum = parts.reduce((all, { value }) => all + (value ?? 0), 0);
    expect(sum).toBe(facts.find(({ id }) => id === 'change')?.value);
  });

  it('of a change that others held up', () => {
    const groups = [
      { group: 'Football', fans: 600, told: 600, before: 500, now: 560 },
      { group: 'Basketball', fans: 400, told: 400, before: 300, now: 80 },
    ];
    const changes = [{ metric: 'purchases', dimension: 'primary_sport', groups }];
    expect(only('contribution', { changes })).toMatchObject({
      title: 'Purchases down by 160, all of it from Basketball followers',
      description:
        'Purchases of the last 28 days: 640, 160 below the 28 days before. Basketball followers lost 220; all others gained 60.',
    });
  });

  it('of the few, and of where risk gathers', () => {
    const found = find().filter(({ type }) => type === 'concentration');
    expect(found.map(({ title, description }) => [title, description])).toEqual([
      [
        'Risk gathers among Student fans',
        '40 of 200 Student fans are at risk, 20%, against 2.5% of all others.',
      ],
      [
        '10% of the fans bring 60% of revenue',
        '100 of 1,000 fans brought $30,000 of $50,000 in the last 90 days, 60% of it.',
      ],
    ]);
  });

  it('of risk by the rule, without a word of probability', () => {
    const { title, description, method } = only('prediction');
    expect(title).toBe('60 fans are at risk');
    expect(description).toBe(
      '60 of 1,000 fans, 6%, are at risk by the rule of silence, spend, engagement and sentiment. They brought $4,000 in the last 90 days. 30 of them may be contacted.',
    );
    expect(`${title} ${description}`).not.toMatch(/probab|expect|predict|likely/i);
    expect(method).toContain('the rule gives no probability');
  });

  it('of what a model expects', () => {
    const outlook = {
      ...departmentFacts().outlook,
      predicted: 1000,
      expectedLeavers: 143.2,
      valued: 1000,
      valueAtRisk: 20_000,
    };
    expect(only('prediction', { outlook })).toMatchObject({
      priority: 'high',
      title: '60 fans are at risk',
      description:
        '60 of 1,000 fans, 6%, are at risk by the published model, with $20,000 at stake. They brought $4,000 in the last 90 days. 30 of them may be contacted. Of all fans, at any risk, it expects 143, 14.3%, to leave within 60 days.',
      fans: 60,
      filters: { segment: 'at_risk' },
    });
  });

  it('of those who brought nothing', () => {
    const outlook = { ...departmentFacts().outlook, atRiskRevenue: 0 };
    expect(only('prediction', { outlook }).description).toContain('They brought no revenue in');
  });

  it('of what could be done, with its assumption', () => {
    expect(only('recommendation')).toMatchObject({
      title: 'Invite 200 quiet fans back',
      description:
        '200 fans are inactive and may be contacted. If 10% of them come back and spend like active fans, an assumption, that is about $2,000 of revenue in 90 days, $100 each.',
      value: 2000,
    });
  });
});

describe('what is not said', () => {
  it('of too few, whoever they are', () => {
    const few = departmentFacts().activity.map((series) => ({ ...series, activeFans: 9 }));
    expect(find({ activity: few }).some(({ type }) => type === 'anomaly')).toBe(false);
    expect(find({}, { minimum: 1001 })).toEqual([]);
    // Who may be contacted and who may not: one of the two is a small group.
    for (const contactable of [9, 51]) {
      const outlook = { ...departmentFacts().outlook, contactable };
      expect(only('prediction', { outlook }).description).not.toContain('contacted');
    }
  });

  it('of the course of a count of few fans', () => {
    const days = departmentFacts().figures[0]?.days ?? [];
    const figures = [
      {
        metric: 'at_risk_fans',
        fans: 1000,
        days: days.map((day, i) => ({ ...day, value: 5 + i })),
      },
    ];
    expect(find({ figures }).some(({ type }) => type === 'trend')).toBe(false);
  });

  it('of what is not watched', () => {
    const activity = departmentFacts().activity.map((one) => ({ ...one, metric: 'referrals' }));
    expect(find({ activity }).some(({ type }) => type === 'anomaly')).toBe(false);
  });
});

it('each department watches something of its own', () => {
  const watched = DEPARTMENTS.map((each) =>
    watchedActivity(each)
      .map(({ metric }) => metric)
      .join(),
  );
  expect(new Set(watched).size).toBe(DEPARTMENTS.length);
  expect(watched.every((metrics) => metrics.split(',').length >= 3)).toBe(true);
});
