import { operationsSchema, PATHS, queries } from '../../contract/index.ts';
import { describeOperations } from '../../usecases/describe-operations.ts';
import type { HttpContext } from '../context.ts';
import { parseQuery } from '../input.ts';
import { jsonReply } from '../replies.ts';
import type { Route } from '../route.ts';

/** How fresh every source is, what is published, and when the next run is due. */
export function operationsRoute(context: HttpContext): Route {
  return {
    method: 'get',
    path: PATHS.operations,
    access: ['executive', 'admin'],
    doc: {
      tag: 'Runs',
      summary: 'Freshness of every source, what is published, and the next run',
      answers: {
        200: {
          description: 'Operations',
          contentType: 'application/json',
          schema: operationsSchema,
        },
      },
    },
    async handle({ search, requestId, principal }) {
      parseQuery(queries.none, search);
      const signal = AbortSignal.timeout(context.deadlineMs);
      const publication = await context.publications.current();
      const described = await describeOperations(context.operations, { publication, signal });
      const answer = { may_operate: principal?.roles.includes('admin') === true, ...described };
      return jsonReply(operationsSchema.parse(answer), requestId);
    },
  };
}
