import { WonderError } from '../../domain/errors.ts';
import {
  LEAD_DEPARTMENTS,
  type LeadDepartment,
  parseLeadDepartment,
} from '../../domain/lead-departments.ts';
import { parseRole, ROLES, type Role } from '../../domain/roles.ts';
import type { Principal } from '../../domain/scope.ts';
import type { Identity } from '../../ports/identity.ts';

export interface DemoOptions {
  readonly role: Role;
  readonly departments: readonly LeadDepartment[];
}

/** Bounds what is remembered: role and departments come from requests. */
const REMEMBERED = 200;

function listed<T>(text: string, parse: (name: string) => T | undefined): T[] | undefined {
  const found = text.split(',').map((name) => parse(name.trim()));
  const known = found.filter((each) => each !== undefined);
  return known.length === found.length ? known : undefined;
}

function refuse(field: string, allowed: readonly string[]): WonderError {
  return new WonderError('invalid_value', {
    detail: `The header ${field} names something that does not exist.`,
    problems: [{ field, message: 'is not one of its values', allowed: allowed.join(', ') }],
  });
}

/** Signs everyone in as a demo role; a request may choose another one by header. For loopback only. */
export function createDemoIdentity({ role, departments }: DemoOptions): Identity {
  const known = new Map<string, Principal>();
  const own: Principal = { subject: `demo-${role}`, roles: [role], departments };

  function make(roleText: string | null, departmentText: string | null): Principal {
    const roles = roleText === null ? [role] : listed(roleText, parseRole);
    if (roles === undefined) throw refuse('x-demo-role', ROLES);
    const chosen =
      departmentText === null ? departments : listed(departmentText, parseLeadDepartment);
    if (chosen === undefined) throw refuse('x-demo-departments', LEAD_DEPARTMENTS);
    return { subject: `demo-${roles.join('+')}`, roles, departments: chosen };
  }

  return {
    principalOf(request) {
      const roleText = request.header('x-demo-role');
      const departmentText = request.header('x-demo-departments');
      if (roleText === null && departmentText === null) return own;
      const key = `${roleText}/${departmentText}`;
      const remembered = known.get(key);
      if (remembered !== undefined) return remembered;
      const principal = make(roleText, departmentText);
      if (known.size >= REMEMBERED) known.clear();
      known.set(key, principal);
      return principal;
    },
  };
}
