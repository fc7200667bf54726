import { systemSleeper } from '../adapters/system/sleeper.ts';
import { RestHttp } from '../adapters/tableau/rest-http.ts';
import { TableauRestSite } from '../adapters/tableau/rest-site.ts';
import { TableauSession } from '../adapters/tableau/session.ts';
import { ExtractRefresher } from '../usecases/refresh-extracts.ts';
import type { RunDeps } from '../usecases/run-deps.ts';
import type { TableauSettings } from './settings/tableau.ts';

const REQUEST_MS = 30_000;

/** Why nothing is refreshed, for people. */
export const NO_EXTRACTS =
  'Nothing is listed to be refreshed: TABLEAU_URL, a sign-in and TABLEAU_EXTRACTS are not set.';

/** What refreshes the listed extracts; undefined where none are. */
export function composeExtracts(
  tableau: TableauSettings | undefined,
  deps: Pick<RunDeps, 'warehouse' | 'project' | 'clock' | 'ids' | 'logger'>,
): ExtractRefresher | undefined {
  if (tableau?.credentials === undefined || tableau.extracts.length === 0) return undefined;
  const { clock, ids, logger } = deps;
  const { url, site, credentials, extracts, pollMs, deadlineMs } = tableau;
  const sleeper = systemSleeper;
  const http = new RestHttp({ clock, sleeper, logger, requestMs: REQUEST_MS });
  const session = new TableauSession({ http, clock, ids, url, site, credentials });
  return new ExtractRefresher({
    ...deps,
    site: new TableauRestSite(session),
    sleeper,
    targets: extracts,
    pollMs,
    deadlineMs,
  });
}
