import {
  type InsightSettings,
  readSettings,
} from '../../../server/domain/insights/insight-settings.ts';
import { readProject } from '../../support/rendered-sql.ts';

const { insights } = (await readProject()).vars;
const stored = typeof insights === 'object' && insights !== null ? insights : {};

/** The settings of dbt_project.yml; a test changes what it is about. */
export function settings(changes: Partial<InsightSettings> = {}): InsightSettings {
  const numbers = Object.entries(stored).flatMap(([name, value]) =>
    typeof value === 'number' ? [[name, value] as const] : [],
  );
  return { ...readSettings(Object.fromEntries(numbers)), ...changes };
}
