import { modelListSchema, PATHS, queries } from '../../contract/index.ts';
import { listModels } from '../../usecases/list-models.ts';
import type { HttpContext } from '../context.ts';
import { parseQuery } from '../input.ts';
import { jsonReply } from '../replies.ts';
import type { Route } from '../route.ts';

/** Trained models, and what became of them. */
export function modelsRoute(context: HttpContext): Route {
  return {
    method: 'get',
    path: PATHS.models,
    access: ['executive', 'admin'],
    doc: {
      tag: 'Models',
      summary: 'Trained models: quality, drift, which one is in use, and refusals',
      query: queries.none,
      answers: {
        200: { description: 'Models', contentType: 'application/json', schema: modelListSchema },
      },
    },
    async handle({ search, requestId }) {
      parseQuery(queries.none, search);
      const signal = AbortSignal.timeout(context.deadlineMs);
      return jsonReply(
        modelListSchema.parse(await listModels(context.reads, { signal })),
        requestId,
      );
    },
  };
}
