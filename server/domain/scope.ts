import type { Department } from './departments.ts';
import { LEAD_DEPARTMENTS, type LeadDepartment } from './lead-departments.ts';
import type { Role } from './roles.ts';

/** Who asks, as the sign-in vouches for it. */
export interface Principal {
  /** A name for audit lines; never shown to others. */
  readonly subject: string;
  readonly roles: readonly Role[];
  /** Of a lead; ignored without that role. */
  readonly departments: readonly LeadDepartment[];
}

/** Whose rows may be seen, and whose names. Equal keys see equal answers. */
export interface Scope {
  readonly key: string;
  readonly rows: 'all' | readonly LeadDepartment[];
  /** Departments whose fans may be named, where they consent; empty: no names. */
  readonly named: readonly LeadDepartment[];
}

/** Finance sees every fan, and none by name. */
const NAMELESS: LeadDepartment = 'finance';

/**
 * The scope that roles give: executives see all fans without names, a lead those of their departments
 * with names, an admin alone nobody. No role or department gives no rows.
 */
export function scopeOf(principal: Principal): Scope {
  const own = principal.roles.includes('lead')
    ? LEAD_DEPARTMENTS.filter((department) => principal.departments.includes(department))
    : [];
  const everyone = principal.roles.includes('executive') || own.includes(NAMELESS);
  const named = own.filter((department) => department !== NAMELESS);
  const rows = everyone ? 'all' : own;
  return { key: `${everyone ? 'all' : named.join('+')}/${named.join('+')}`, rows, named };
}

/** A scope narrowed to the fans of one department, which must be one that it may see. */
export function withinDepartment(scope: Scope, department: Department | undefined): Scope {
  if (department === undefined || department === 'executive') return scope;
  return { ...scope, key: `${scope.key}/${department}`, rows: [department] };
}
