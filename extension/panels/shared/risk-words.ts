import type { FanRisk } from '../../models/rings-data.ts';
import type { Format } from '../../ui/format.ts';

const LEVELS = { low: 'Low', medium: 'Medium', high: 'High' } as const;

/** A level and its risk, without decimals as long as that leaves the risk in its level. */
export function riskInWords({ risk, level }: FanRisk, format: Format): string {
  const edges = format.thresholds.risk;
  const whole = Math.round(risk);
  const crosses = edges.some((edge) => risk < edge !== whole < edge);
  return `${LEVELS[level]} ${crosses ? format.score(risk, edges) : format.whole(risk)}`;
}
