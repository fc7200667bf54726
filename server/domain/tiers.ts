/** WonderScore tiers, best first; their lower bounds are `wonder_tiers` in dbt_project.yml. */
export const WONDER_TIERS = ['Elite', 'Champion', 'Supporter', 'Friend', 'Explorer'] as const;

/** Where the tiers above the lowest begin, as in `wonder_tiers`: for texts only, a fan's tier is read. */
export const TIER_FLOORS: readonly number[] = [40, 55, 70, 85];

/** How likely a fan is to leave: high from 70, medium from 40, of `churn_risk`. */
export const CHURN_LEVELS = ['high', 'medium', 'low'] as const;

/** How likely a fan is to leave, in a word. */
export type ChurnLevel = (typeof CHURN_LEVELS)[number];
