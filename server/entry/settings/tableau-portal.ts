import type { ConnectedApp } from '../../adapters/tableau/connected-app.ts';
import { type PortalDashboard, parsePortalDashboards } from '../../domain/portal-dashboard.ts';
import type { SettingReader } from './setting-reader.ts';

/** What the portal shows, and as whom. */
export interface TableauPortal {
  readonly dashboards: readonly PortalDashboard[];
  /** Undefined: no dashboard can be shown. */
  readonly app: ConnectedApp | undefined;
  /** Settings that the portal still needs, by name. */
  readonly missing: readonly string[];
}

/** TABLEAU_DASHBOARDS; the address and the Connected App are those of the extracts, and checked there. */
export function readTableauPortal(settings: SettingReader): TableauPortal {
  const dashboards = parsePortalDashboards(settings.text('TABLEAU_DASHBOARDS') ?? '');
  if (dashboards === undefined) {
    settings.refuse(
      'TABLEAU_DASHBOARDS',
      'holds an entry that is none',
      'department:Workbook/View by comma, such as athletics:FanScores/Overview',
    );
  }
  const clientId = settings.text('TABLEAU_CONNECTED_APP_ID');
  const secretId = settings.text('TABLEAU_CONNECTED_APP_SECRET_ID');
  const secret = settings.text('TABLEAU_CONNECTED_APP_SECRET');
  const user = settings.text('TABLEAU_USER');
  const needed = {
    TABLEAU_URL: settings.text('TABLEAU_URL'),
    TABLEAU_DASHBOARDS: settings.text('TABLEAU_DASHBOARDS'),
    TABLEAU_CONNECTED_APP_ID: clientId,
    TABLEAU_CONNECTED_APP_SECRET_ID: secretId,
    TABLEAU_CONNECTED_APP_SECRET: secret,
    TABLEAU_USER: user,
  };
  const isWhole =
    clientId !== undefined && secretId !== undefined && secret !== undefined && user !== undefined;
  return {
    dashboards: dashboards ?? [],
    app: isWhole ? { clientId, secretId, secret, user } : undefined,
    missing: Object.entries(needed).flatMap(([name, value]) => (value === undefined ? [name] : [])),
  };
}
