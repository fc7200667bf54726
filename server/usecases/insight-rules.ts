import { WonderError } from '../domain/errors.ts';
import type { FindingContext } from '../domain/insights/finding-context.ts';
import { readSettings, wrongSettings } from '../domain/insights/insight-settings.ts';
import type { Values } from '../domain/values.ts';
import type { SqlProject } from '../modeling/project.ts';
import { WRITTEN_IN } from './narration.ts';
import type { RunDeps } from './run-deps.ts';
import { scoringRules } from './scoring-rules.ts';

const DEFAULT_MINIMUM = 10;

function stored({ vars }: SqlProject): Values {
  const { insights } = vars;
  const entries = typeof insights === 'object' && insights !== null ? Object.entries(insights) : [];
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === 'object' ? null : value]),
  );
}

/**
 * What is worth an insight, as dbt_project.yml says, with `changes` over it. Throws `bad_model` where the
 * project is wrong, `invalid_value` where a change is.
 */
export function insightRules(
  { project, minimumGroup }: Pick<RunDeps, 'project' | 'minimumGroup'>,
  changes: Readonly<Record<string, number>> = {},
): FindingContext {
  const own = wrongSettings(stored(project));
  if (own.length > 0) {
    const said = own.map(({ name, allowed }) => `${name} must be ${allowed}`).join('; ');
    throw new WonderError('bad_model', { detail: `dbt_project.yml: insights: ${said}` });
  }
  const values = { ...stored(project), ...changes };
  const wrong = wrongSettings(values);
  if (wrong.length > 0) {
    throw new WonderError('invalid_value', {
      detail: wrong.map(({ name, allowed }) => `${name} must be ${allowed}.`).join(' '),
      problems: wrong.map(({ name, allowed }) => ({
        field: name,
        message: 'is out of its range',
        allowed,
      })),
    });
  }
  const rules = scoringRules(project);
  return {
    settings: readSettings(values),
    minimum: minimumGroup ?? DEFAULT_MINIMUM,
    windowDays: rules('window_days'),
    churnDays: rules('churn_label_days'),
    valueDays: rules('ltv_label_days'),
    eliteMin: rules('segments', 'elite_min'),
    locale: WRITTEN_IN,
  };
}
