import { WonderError } from '../../domain/errors.ts';
import type { ApiColumn } from './snowflake-api-cells.ts';

/** What the SQL API said about a statement, read with care: it comes over a network. */
export interface ApiAnswer {
  readonly handle: string | undefined;
  readonly columns: readonly ApiColumn[];
  readonly rows: readonly (readonly (string | null)[])[];
  /** Parts of the result in all; the first came with the answer. */
  readonly partitions: number;
  readonly changed: number;
  readonly code: string | undefined;
  readonly message: string | undefined;
}

const COUNTS = ['numRowsInserted', 'numRowsUpdated', 'numRowsDeleted'] as const;

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function optionalText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Reads an answer's body. Throws `warehouse_unavailable` where it is no JSON. */
export function readApiAnswer(body: string): ApiAnswer {
  let parsed: Readonly<Record<string, unknown>>;
  try {
    parsed = record(JSON.parse(body));
  } catch (cause) {
    throw new WonderError('warehouse_unavailable', {
      detail: 'Snowflake answered something that is no JSON.',
      retryAfter: 30,
      cause,
    });
  }
  const meta = record(parsed.resultSetMetaData);
  const stats = record(parsed.stats);
  return {
    handle: optionalText(parsed.statementHandle),
    columns: list(meta.rowType).map((column) => {
      const { name, type } = record(column);
      return { name: String(name), type: String(type) };
    }),
    rows: list(parsed.data).map((row) =>
      list(row).map((cell) => (cell === null || cell === undefined ? null : String(cell))),
    ),
    partitions: Math.max(1, list(meta.partitionInfo).length),
    changed: COUNTS.reduce((sum, name) => sum + Number(stats[name] ?? 0), 0),
    code: optionalText(parsed.code),
    message: optionalText(parsed.message),
  };
}
