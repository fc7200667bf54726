import { departmentMetricsSchema, PATHS, queries } from '../../contract/index.ts';
import { listDepartmentMetrics } from '../../usecases/list-department-metrics.ts';
import type { HttpContext } from '../context.ts';
import { BY_DEPARTMENT } from '../department-access.ts';
import { readRoute } from '../read-route.ts';
import type { Route } from '../route.ts';

/** The figures of a department. */
export function departmentMetricsRoute(context: HttpContext): Route {
  return readRoute(context, {
    path: PATHS.departmentMetrics,
    access: ['executive', 'lead', 'admin'],
    doc: { tag: 'Metrics', summary: 'The figures of a department, in one shape for all five' },
    ...BY_DEPARTMENT,
    query: queries.department,
    answer: departmentMetricsSchema,
    load: (input) => {
      const department = input.query.department ?? 'executive';
      return listDepartmentMetrics(context.reads, { ...input, department });
    },
  });
}
