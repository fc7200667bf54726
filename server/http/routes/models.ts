import { modelListSchema, modelPublicationSchema, PATHS, queries } from '../../contract/index.ts';
import { listModels } from '../../usecases/list-models.ts';
import type { HttpContext } from '../context.ts';
import { refuseBody } from '../empty-body.ts';
import { parseId } from '../id-input.ts';
import { idempotencyHeaders, idempotencyKeyOf } from '../idempotency-key.ts';
import { parseQuery } from '../input.ts';
import { jsonReply } from '../replies.ts';
import type { Route } from '../route.ts';

const tag = 'Models';

function listRoute(context: HttpContext): Route {
  return {
    method: 'get',
    path: PATHS.models,
    access: ['executive', 'admin'],
    doc: {
      tag,
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

function publishRoute(context: HttpContext): Route {
  return {
    method: 'post',
    path: PATHS.modelPublish,
    access: ['admin'],
    doc: {
      tag,
      summary:
        'Put a model in use from the next run on, instead of the one that is; also to go back',
      headers: idempotencyHeaders,
      answers: {
        200: {
          description: 'What it came to',
          contentType: 'application/json',
          schema: modelPublicationSchema,
        },
      },
    },
    async handle(exchange) {
      parseQuery(queries.none, exchange.search);
      await refuseBody(exchange);
      const version = parseId('version', exchange.param('version'));
      const idempotencyKey = idempotencyKeyOf(exchange);
      const publication = await context.models.publish({ version, idempotencyKey });
      return jsonReply(modelPublicationSchema.parse(publication), exchange.requestId);
    },
  };
}

/** Trained models and what became of them: read by executives and admins, chosen by admins. */
export function modelRoutes(context: HttpContext): Route[] {
  return [listRoute(context), publishRoute(context)];
}
