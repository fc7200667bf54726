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
 * Refuses to tell of another's department: `forbidden`. An unknown one, or none, passes: it is refused as a
 * wrong value with what is allowed, or answered with the asker's own.
 */
export function authoriseDepartment({ principal }: Exchange, asked: string | null): void {
  const department = parseDepartment(asked ?? '');
  if (department === undefined || maySeeDepartment(principal, department)) return;
  throw new WonderError('forbidden', { detail: 'This is of another department.' });
}

/** The same of the department that `department=` asks for. */
function authoriseAskedDepartment(exchange: Exchange): void {
  authoriseDepartment(exchange, new URLSearchParams(exchange.search).get('department'));
}

/** For routes that are asked with `department=`: whose it may be, and the asker's first where none was asked for. */
export const BY_DEPARTMENT = {
  authorise: authoriseAskedDepartment,
  search({ principal, search }: Exchange): string {
    if (new URLSearchParams(search).has('department')) return search;
    const own = departmentsOf(principal);
    const department = own === 'all' ? 'executive' : (own[0] ?? '');
    return `${search}${search === '' ? '?' : '&'}department=${department}`;
  },
} as const;
