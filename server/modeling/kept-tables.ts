import type { Warehouse } from '../ports/warehouse.ts';
import type { ModelNode } from './graph.ts';

interface KeptOptions {
  /** Part of a schema's name. */
  readonly id: string;
  /** Whether the cleaned rows are kept too, where else each reader cleans them anew: for small data only. */
  readonly withRows: boolean;
}

/** A model that depends on the landing tables alone. */
interface LandingModel {
  readonly name: string;
  /** Where the run looks for it. */
  readonly relation: string;
  readonly sql: string;
}

type Execute = (sql: string) => Promise<unknown>;

/**
 * Tables that depend on the landing tables alone, kept for a span of runs. It is for whoever is the only one to
 * write and leaves the landing tables alone meanwhile; the tables are gone with the process.
 */
export class KeptTables {
  readonly #schema: string;
  readonly #withRows: boolean;
  readonly #made = new Set<string>();

  private constructor(schema: string, withRows: boolean) {
    this.#schema = schema;
    this.#withRows = withRows;
  }

  /** Undefined where others may write too, or where nothing is cheap to keep. */
  static async open(
    warehouse: Warehouse,
    { id, withRows }: KeptOptions,
  ): Promise<KeptTables | undefined> {
    if (warehouse.scratch === null || !warehouse.singleProcess) return undefined;
    const schema = `${warehouse.scratch.database}.landed_${id}`;
    await warehouse.execute({ sql: `create schema ${schema}` });
    return new KeptTables(schema, withRows);
  }

  /** Whether a model is kept: views are those of cleaned rows. */
  keeps({ ofLanding, materialized }: ModelNode): boolean {
    return ofLanding && (this.#withRows || materialized === 'table');
  }

  /** Makes the table, unless an earlier run has, and shows it to the run. */
  async show({ name, relation, sql }: LandingModel, execute: Execute): Promise<void> {
    const table = `${this.#schema}.${name}`;
    if (!this.#made.has(name)) {
      await execute(`create or replace table ${table} as ${sql}`);
      this.#made.add(name);
    }
    await execute(`create or replace view ${relation} as select * from ${table}`);
  }
}
