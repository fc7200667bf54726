import { WonderError } from '../domain/errors.ts';
import type { Scope } from '../domain/scope.ts';
import type { SqlProject, VarValue } from '../modeling/project.ts';
import { renderQuery } from '../modeling/queries.ts';
import type { ReadableWarehouse } from '../ports/readable-warehouse.ts';
import type { BindValue, WarehouseRow } from '../ports/warehouse.ts';

/** What a read of the warehouse is narrowed by, and how it can be called off. */
export interface Ask {
  readonly binds: readonly BindValue[];
  /** Whose rows and names: applied here and nowhere else. Without one, the query reads no fan. */
  readonly scope?: Scope;
  /** Chosen from closed sets only: they become part of the text. */
  readonly vars?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** Runs the queries of sql/queries by name. */
export interface QueryRunner {
  rows(name: string, ask: Ask): Promise<WarehouseRow[]>;
  stream(name: string, ask: Ask): AsyncIterable<WarehouseRow[]>;
}

const NOBODY = 'false';

function anyOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? NOBODY : conditions.map((each) => `(${each})`).join(' or ');
}

/** The conditions of a scope on dim_fan; no department, no rows and no names. */
function scopeVars(project: SqlProject, scope: Scope | undefined): Record<string, string> {
  const conditions = project.vars.department_scopes;
  const conditionOf = (department: string): string => {
    const condition =
      typeof conditions === 'object' && conditions !== null ? conditions[department] : undefined;
    if (typeof condition === 'string') return condition;
    throw new WonderError('bad_model', {
      detail: `dbt_project.yml: department_scopes has no condition for ${department}`,
    });
  };
  if (scope === undefined) return { row_scope: NOBODY, name_scope: NOBODY };
  return {
    row_scope: scope.rows === 'all' ? 'true' : anyOf(scope.rows.map(conditionOf)),
    name_scope: anyOf(scope.named.map(conditionOf)),
  };
}

/** Far beyond any deadline of ours: it ends what nobody is left to cancel. */
const READ_SECONDS = 120;

/** Renders each query once per scope and choice of vars; texts are few, so they are all kept. */
export function createQueryRunner(warehouse: ReadableWarehouse, project: SqlProject): QueryRunner {
  const texts = new Map<string, string>();

  function textOf(name: string, { scope, vars }: Ask): string {
    const given: Record<string, VarValue> = { ...scopeVars(project, scope), ...vars };
    const key = `${name} ${JSON.stringify(given)}`;
    const known = texts.get(key);
    if (known !== undefined) return known;
    const narrowed = { ...project, vars: { ...project.vars, ...given } };
    const text = renderQuery(narrowed, name, warehouse.engine);
    texts.set(key, text);
    return text;
  }

  const optionsOf = (name: string, { signal }: Ask) => ({
    tag: `read ${name}`,
    timeoutSeconds: READ_SECONDS,
    ...(signal === undefined ? {} : { signal }),
  });
  return {
    async rows(name, ask) {
      const sql = textOf(name, ask);
      return await warehouse.query({ sql, binds: ask.binds }, optionsOf(name, ask));
    },
    stream(name, ask) {
      const sql = textOf(name, ask);
      return warehouse.stream({ sql, binds: ask.binds }, optionsOf(name, ask));
    },
  };
}
