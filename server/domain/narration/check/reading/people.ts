import { wordSet } from '../words/word-set.ts';

/** Metrics that count people. */
export const PEOPLE_METRICS: ReadonlySet<string> = wordSet('fans elite_fans at_risk_fans');

/** Whether a metric counts some of all fans, by the state they are in. */
export function isState(metric: string): boolean {
  return metric !== 'fans' && PEOPLE_METRICS.has(metric);
}
