import {
  insightFeedbackAnswerSchema,
  insightFeedbackSchema,
  insightListSchema,
  PATHS,
  queries,
} from '../../contract/index.ts';
import { listInsights } from '../../usecases/list-insights.ts';
import { WRITTEN_IN } from '../../usecases/narration.ts';
import { parseBody } from '../body-input.ts';
import type { HttpContext } from '../context.ts';
import { BY_DEPARTMENT, maySeeDepartment } from '../department-access.ts';
import { fansPath } from '../fans-path.ts';
import { parseId } from '../id-input.ts';
import { idempotencyHeaders, idempotencyKeyOf } from '../idempotency-key.ts';
import { parseQuery } from '../input.ts';
import { readRoute } from '../read-route.ts';
import { jsonReply } from '../replies.ts';
import type { Route } from '../route.ts';

const tag = 'Insights';
const access = ['executive', 'lead', 'admin'] as const;

function listRoute(context: HttpContext): Route {
  return readRoute(context, {
    path: PATHS.insights,
    access,
    doc: { tag, summary: 'What stands for a department, each with its evidence' },
    ...BY_DEPARTMENT,
    // What is dismissed leaves the list at once.
    revision: () => context.feedback.revision,
    query: queries.insights,
    answer: insightListSchema,
    load: async (input) => {
      const department = input.query.department ?? 'executive';
      const locale = input.query.locale ?? WRITTEN_IN;
      const { items, ...list } = await listInsights(context.reads, {
        ...input,
        department,
        locale,
      });
      const { scoreDate } = input.run;
      const withPath = items.map(({ evidence, ...item }) => {
        const { filters } = evidence;
        return {
          ...item,
          evidence: { ...evidence, fans_path: fansPath({ department, scoreDate, filters }) },
        };
      });
      return { ...list, items: withPath };
    },
  });
}

function feedbackRoute(context: HttpContext): Route {
  return {
    method: 'post',
    path: PATHS.insightFeedback,
    access,
    doc: {
      tag,
      summary: 'Say that an insight is useful, wrong or known',
      headers: idempotencyHeaders,
      body: insightFeedbackSchema,
      answers: {
        201: {
          description: 'The feedback, kept',
          contentType: 'application/json',
          schema: insightFeedbackAnswerSchema,
        },
      },
    },
    async handle(exchange) {
      const { principal, requestId } = exchange;
      parseQuery(queries.none, exchange.search);
      const insightId = parseId('id', exchange.param('id'));
      const idempotencyKey = idempotencyKeyOf(exchange);
      const { verdict, reason } = await parseBody(insightFeedbackSchema, exchange);
      const kept = await context.feedback.give({
        insightId,
        verdict,
        reason: reason ?? null,
        idempotencyKey,
        subject: principal?.subject ?? '',
        mayJudge: (department) => maySeeDepartment(principal, department),
      });
      return jsonReply(insightFeedbackAnswerSchema.parse(kept), requestId, { status: 201 });
    },
  };
}

/** What runs have to say to departments, and what readers say of it. */
export function insightRoutes(context: HttpContext): Route[] {
  return [listRoute(context), feedbackRoute(context)];
}
