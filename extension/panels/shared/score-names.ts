import type { BaseScore, Score } from '../../models/scores.ts';

export interface ScoreName {
  readonly full: string;
  readonly short: string;
  /** Names the custom properties of the hue. */
  readonly hue: string;
}

export const BASE_NAMES: Readonly<Record<BaseScore, ScoreName>> = {
  engagement: { full: 'Engagement', short: 'Eng', hue: 'eng' },
  loyalty: { full: 'Loyalty', short: 'Loy', hue: 'loy' },
  value: { full: 'Value', short: 'Val', hue: 'val' },
  sentiment: { full: 'Sentiment', short: 'Sen', hue: 'sen' },
  advocacy: { full: 'Advocacy', short: 'Adv', hue: 'adv' },
};

export const SCORE_NAMES: Readonly<Record<Score, ScoreName>> = {
  wonder: { full: 'WonderScore', short: 'WonderScore', hue: 'gold-mark' },
  ...BASE_NAMES,
  hospitality: { full: 'Hospitality', short: 'Hospitality', hue: 'data' },
  digital: { full: 'Digital affinity', short: 'Digital', hue: 'data' },
  efficiency: { full: 'Revenue efficiency', short: 'Efficiency', hue: 'data' },
  churn: { full: 'Churn risk', short: 'Churn risk', hue: 'data' },
};
