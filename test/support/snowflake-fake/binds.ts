import type { FakeBind } from './engine.ts';
import { asRecord, type Json } from './http.ts';

/** The binds of a statement in their order; both protocols number them from 1. */
export function readBinds(body: Json): FakeBind[] {
  const given = asRecord(body.bindings);
  return Object.keys(given)
    .sort((a, b) => Number(a) - Number(b))
    .map((key) => {
      const bind = asRecord(given[key]);
      return {
        type: String(bind.type),
        value: bind.value === null || bind.value === undefined ? null : String(bind.value),
      };
    });
}
