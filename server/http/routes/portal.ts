import {
  type EmbeddingToken,
  embeddingTokenSchema,
  PATHS,
  type Portal,
  portalSchema,
} from '../../contract/index.ts';
import { DEPARTMENTS } from '../../domain/departments.ts';
import { WonderError } from '../../domain/errors.ts';
import { portalDashboardTitle, portalDashboardUrl } from '../../domain/portal-dashboard.ts';
import type { Principal } from '../../domain/scope.ts';
import type { HttpContext } from '../context.ts';
import { maySeeDepartment } from '../department-access.ts';
import { jsonReply } from '../replies.ts';
import type { Route } from '../route.ts';

const EVERYBODY = ['executive', 'lead', 'admin'] as const;

/** The dashboards of the portal, and the tokens to show them with. */
export function portalRoutes({ portal }: HttpContext): Route[] {
  const { site, dashboards, missing, tokens } = portal;

  function describe(principal: Principal | undefined): Portal {
    const open = DEPARTMENTS.filter((department) => maySeeDepartment(principal, department));
    const departments = open.map((department) => ({
      department,
      dashboards: dashboards
        .filter((each) => each.department === department && site !== undefined)
        .map((each) => ({
          name: `${each.workbook}/${each.view}`,
          title: portalDashboardTitle(each),
          url: site === undefined ? '' : portalDashboardUrl(each, site),
        })),
    }));
    return {
      missing: [...missing],
      departments: departments.filter((each) => each.dashboards.length > 0),
    };
  }

  const list: Route = {
    method: 'get',
    path: PATHS.portalDashboards,
    access: EVERYBODY,
    doc: {
      tag: 'Portal',
      summary: 'The dashboards that whoever asks may open, by department',
      answers: {
        200: { description: 'Portal', contentType: 'application/json', schema: portalSchema },
      },
    },
    handle: ({ principal, requestId }) => jsonReply(describe(principal), requestId),
  };
  const token: Route = {
    method: 'post',
    path: PATHS.embeddingToken,
    access: EVERYBODY,
    doc: {
      tag: 'Portal',
      summary: 'A token to show dashboards with: new each time, good for five minutes',
      answers: {
        200: {
          description: 'EmbeddingToken',
          contentType: 'application/json',
          schema: embeddingTokenSchema,
        },
      },
    },
    async handle({ requestId }) {
      if (tokens === undefined) {
        throw new WonderError('conflict', {
          detail: `Dashboards cannot be shown before these are set: ${missing.join(', ')}.`,
        });
      }
      const { token: minted, expiresAt } = await tokens.mint();
      const body: EmbeddingToken = {
        token: minted,
        expires_at: new Date(expiresAt).toISOString(),
      };
      return jsonReply(body, requestId);
    },
  };
  return [list, token];
}
