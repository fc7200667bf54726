import { narrativeSchema, PATHS, queries } from '../../contract/index.ts';
import { DEPARTMENTS, type Department, parseDepartment } from '../../domain/departments.ts';
import { WonderError } from '../../domain/errors.ts';
import { narrateDepartment } from '../../usecases/narrate-department.ts';
import { narrateFan } from '../../usecases/narrate-fan.ts';
import { WRITTEN_IN } from '../../usecases/narration.ts';
import { consentMinute } from '../consent-minute.ts';
import type { HttpContext } from '../context.ts';
import { authoriseDepartment } from '../department-access.ts';
import { parseId } from '../id-input.ts';
import { readRoute } from '../read-route.ts';
import type { Route } from '../route.ts';

function departmentOf(asked: { param(name: string): string }): Department {
  const department = parseDepartment(asked.param('department'));
  if (department !== undefined) return department;
  throw new WonderError('not_found', {
    detail: `There is no such department. There are: ${DEPARTMENTS.join(', ')}.`,
  });
}

/** What a department, or one fan, comes down to in a few sentences. */
export function narrativeRoutes(context: HttpContext): Route[] {
  const { reads, narrator } = context;
  return [
    readRoute(context, {
      path: PATHS.narrative,
      access: ['executive', 'lead', 'admin'],
      doc: {
        tag: 'Narratives',
        summary: 'A department in words: every figure refers to its fact',
      },
      authorise: (exchange) => authoriseDepartment(exchange, departmentOf(exchange)),
      query: queries.narrative,
      answer: narrativeSchema,
      load: (input) =>
        narrateDepartment(
          { reads, narrator },
          {
            ...input,
            department: departmentOf(input),
            locale: input.query.locale ?? WRITTEN_IN,
          },
        ),
    }),
    readRoute(context, {
      path: PATHS.fanNarrative,
      access: ['executive', 'lead'],
      doc: {
        tag: 'Narratives',
        summary: 'A fan in words, without a name',
      },
      check: (exchange) => void parseId('wonder_id', exchange.param('wonder_id')),
      query: queries.narrative,
      answer: narrativeSchema,
      // Who can be contacted is read with the answer, and withdrawn consent holds within a minute.
      revision: consentMinute(context),
      load: (input) =>
        narrateFan(
          { reads, narrator },
          {
            ...input,
            wonderId: input.param('wonder_id'),
            locale: input.query.locale ?? WRITTEN_IN,
          },
        ),
    }),
  ];
}
