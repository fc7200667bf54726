import { type Department, parseDepartment } from './departments.ts';

/** A dashboard of the Tableau site that the portal shows to a department. */
export interface PortalDashboard {
  readonly department: Department;
  /** As addresses of the site have them. */
  readonly workbook: string;
  readonly view: string;
}

const ENTRY = /^([a-z]+):([A-Za-z0-9_-]{1,200})\/([A-Za-z0-9_-]{1,200})$/;

/** `department:Workbook/View`, by comma; undefined where an entry is none. */
export function parsePortalDashboards(text: string): readonly PortalDashboard[] | undefined {
  const entries = text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  const dashboards = entries.flatMap((entry) => {
    const [, name = '', workbook = '', view = ''] = ENTRY.exec(entry) ?? [];
    const department = parseDepartment(name);
    return department === undefined ? [] : [{ department, workbook, view }];
  });
  return dashboards.length === entries.length ? dashboards : undefined;
}

/** Where a dashboard is on the site; `site` is empty for the default one. */
export function portalDashboardUrl(
  { workbook, view }: PortalDashboard,
  { url, site }: { readonly url: string; readonly site: string },
): string {
  const place = site === '' ? '' : `/t/${encodeURIComponent(site)}`;
  return `${url.replace(/\/+$/, '')}${place}/views/${workbook}/${view}`;
}

/** A view's name as people write it: "SeasonTickets" is "Season tickets". */
export function portalDashboardTitle({ view }: PortalDashboard): string {
  const words = view
    .replace(/[_-]+/g, ' ')
    .replace(
      /([a-z0-9])([A-Z])/g,
      (_all, end: string, start: string) => `${end} ${start.toLowerCase()}`,
    )
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
