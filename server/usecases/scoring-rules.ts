import type { Rules } from '../domain/base-receipts.ts';
import { WonderError } from '../domain/errors.ts';
import type { SqlProject } from '../modeling/project.ts';

/** The weights, thresholds and defaults of dbt_project.yml, so that no receipt has its own. */
export function scoringRules(project: SqlProject): Rules {
  return (group, name) => {
    const value = project.vars[group];
    const found =
      name !== undefined && typeof value === 'object' && value !== null ? value[name] : value;
    if (typeof found === 'number') return found;
    throw new WonderError('bad_model', {
      detail: `dbt_project.yml: ${group}${name === undefined ? '' : `.${name}`} must be a number`,
    });
  };
}
