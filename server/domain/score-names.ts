/** The five scores that make up the WonderScore, in the order of the rings. */
export const BASE_SCORES = ['engagement', 'loyalty', 'value', 'sentiment', 'advocacy'] as const;

/** Every score that has a receipt. */
export const SCORES = [
  'wonder',
  ...BASE_SCORES,
  'hospitality',
  'digital',
  'efficiency',
  'churn',
] as const;

/** One of the five scores of the rings. */
export type BaseScore = (typeof BASE_SCORES)[number];

/** A score that has a receipt. */
export type Score = (typeof SCORES)[number];

/** What the five scores are called where people read. */
export const BASE_SCORE_LABELS: Readonly<Record<BaseScore, string>> = {
  engagement: 'Engagement',
  loyalty: 'Loyalty',
  value: 'Value',
  sentiment: 'Sentiment',
  advocacy: 'Advocacy',
};
