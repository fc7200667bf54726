import { type Department, parseDepartment } from '../domain/departments.ts';
import { WonderError } from '../domain/errors.ts';
import type { Principal } from '../domain/scope.ts';
import type { Exchange } from './route.ts';

/** Departments whose figures the asker may see, the one shown without being asked for first. */
function departmentsOf(principal: Principal | undefined): readonly Department[] | 'all' {
  if (principal === undefined) return [];
  const seesAll = principal.roles.some((role) => role === 'executive' || role === 'admin');
  return seesAll ? 'all' : principal.departments;
}

/** Whether figures and insights of a department are for the asker. */
export function maySeeDepartment(
  principal: Principal | undefined,
  department: Department,
): boolean {
  const own = departmentsOf(principal);
  return own === 'all' || own.includes(department);
}

/**
 * The query with a department in it, the asker's first where none was asked for. For use before the cache:
 * people with the same rows may have different departments. Throws `forbidden` for another's department.
 */
export function withDepartment(exchange: Exchange): string {
  const own = departmentsOf(exchange.principal);
  const asked = new URLSearchParams(exchange.search).get('department');
  if (asked === null) {
    const department = own === 'all' ? 'executive' : (own[0] ?? '');
    const mark = exchange.search === '' ? '?' : '&';
    return `${exchange.search}${mark}department=${department}`;
  }
  const department = parseDepartment(asked);
  // An unknown one is refused as a wrong value, with what is allowed.
  if (department === undefined || maySeeDepartment(exchange.principal, department)) {
    return exchange.search;
  }
  throw new WonderError('forbidden', { detail: 'This is of another department.' });
}
