/** What kind of thing an insight says; each kind has its own detector. */
export const INSIGHT_TYPES = [
  'anomaly',
  'trend',
  'contribution',
  'concentration',
  'prediction',
  'recommendation',
] as const;

/** One kind of insight. */
export type InsightType = (typeof INSIGHT_TYPES)[number];

/** How urgent an insight is, the most urgent first: the order in which they are shown. */
export const INSIGHT_PRIORITIES = ['high', 'medium', 'low'] as const;

/** How urgent an insight is. */
export type InsightPriority = (typeof INSIGHT_PRIORITIES)[number];

/** What a reader says of an insight; wrong and known keep it away until it moves. */
export const FEEDBACK_VERDICTS = ['useful', 'wrong', 'known'] as const;
