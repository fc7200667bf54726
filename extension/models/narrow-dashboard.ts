import type { ApiClient, FanQuery } from '../api/client.ts';
import type { DashboardHost } from '../host/dashboard-host.ts';

export interface NarrowDeps {
  readonly host: Pick<DashboardHost, 'state' | 'applyFilter' | 'filterFans'>;
  readonly api: Pick<ApiClient, 'fans'>;
}

export interface Listed {
  readonly query: FanQuery;
  readonly fans: { readonly total: number; readonly items: readonly { wonder_id: string }[] };
}

/** Segments that are a tier of the WonderScore: the dashboard knows them by that field. */
const TIER_OF: Readonly<Record<string, string>> = { elite: 'Elite', champions: 'Champion' };
/** A filter of more values than this takes a dashboard longer than anyone waits. */
const MOST_FANS = 5000;
const PAGE = 500;

/** Asks the dashboard to show the listed fans only. Resolves with why that is not possible, in words, or null. */
export async function narrowDashboard(
  { host, api }: NarrowDeps,
  { query, fans }: Listed,
): Promise<string | null> {
  const { abilities, filters } = host.state();
  const { segment = '', sort: _, ...others } = query;
  const tier = TIER_OF[segment];
  const whole = Object.keys(others).every((field) => field in filters);
  if (tier !== undefined && whole && abilities.filter.includes('tier')) {
    host.applyFilter('tier', tier);
    return null;
  }
  if (!abilities.filterFans) return 'This dashboard names no field for fan IDs.';
  if (fans.total === 0) return 'Nobody is listed to filter by.';
  if (fans.total > MOST_FANS) {
    return `More than ${MOST_FANS} fans are too many for a filter. Narrow the list first.`;
  }
  try {
    host.filterFans(await allIds(api, query));
    return null;
  } catch {
    return 'The list of fans did not load. Try again.';
  }
}

async function allIds(api: NarrowDeps['api'], query: FanQuery): Promise<readonly string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.fans({ ...query, limit: PAGE, cursor }, new AbortController().signal);
    ids.push(...page.items.map((fan) => fan.wonder_id));
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
  return ids;
}
