import { departmentMetricsSchema, PATHS, queries } from '../../contract/index.ts';
import { type Department, parseDepartment } from '../../domain/departments.ts';
import { WonderError } from '../../domain/errors.ts';
import { listDepartmentMetrics } from '../../usecases/list-department-metrics.ts';
import type { HttpContext } from '../context.ts';
import { readRoute } from '../read-route.ts';
import type { Exchange, Route } from '../route.ts';

/** Departments whose figures the asker may see, the one shown without being asked for first. */
function departmentsOf({ principal }: Exchange): readonly Department[] | 'all' {
  if (principal === undefined) return [];
  const seesAll = principal.roles.some((role) => role === 'executive' || role === 'admin');
  return seesAll ? 'all' : principal.departments;
}

/** The query with a department in it. Throws `forbidden` for one that is not the asker's. */
function withDepartment(exchange: Exchange): string {
  const own = departmentsOf(exchange);
  const asked = new URLSearchParams(exchange.search).get('department');
  if (asked === null) {
    const department = own === 'all' ? 'executive' : (own[0] ?? '');
    const mark = exchange.search === '' ? '?' : '&';
    return `${exchange.search}${mark}department=${department}`;
  }
  const department = parseDepartment(asked);
  // An unknown one is refused as a wrong value, with what is allowed.
  if (department === undefined || own === 'all' || own.includes(department)) {
    return exchange.search;
  }
  throw new WonderError('forbidden', { detail: 'These are the figures of another department.' });
}

/** The figures of a department. */
export function departmentMetricsRoute(context: HttpContext): Route {
  return readRoute(context, {
    path: PATHS.departmentMetrics,
    access: ['executive', 'lead', 'admin'],
    doc: { tag: 'Metrics', summary: 'The figures of a department, in one shape for all five' },
    // Before the cache: people with the same rows may have different departments.
    search: withDepartment,
    query: queries.department,
    answer: departmentMetricsSchema,
    load: (input) => {
      const department = input.query.department ?? 'executive';
      return listDepartmentMetrics(context.reads, { ...input, department });
    },
  });
}
