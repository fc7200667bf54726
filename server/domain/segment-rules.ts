import type { Segment } from './segments.ts';

/** Who is in a segment, in few words; the thresholds are those of dbt_project.yml. */
export function segmentRule(segment: Segment, threshold: (name: string) => number): string {
  switch (segment) {
    case 'elite':
      return `Score ${threshold('elite_min')}+`;
    case 'champions':
      return `Score ${threshold('champions_min')} to ${threshold('elite_min')}`;
    case 'at_risk':
      return `Churn risk ${threshold('at_risk_min')}+`;
    case 'high_value':
      return `Value ${threshold('high_value_min')}+`;
    case 'inactive':
      return `Engagement under ${threshold('inactive_below')}`;
    case 'advocates':
      return `Advocacy ${threshold('advocates_min')}+`;
    case 'new_members':
      return `First ${threshold('new_member_days')} days`;
  }
}
