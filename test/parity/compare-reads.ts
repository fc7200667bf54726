import { z } from 'zod';
import { PATHS } from '../../server/contract/index.ts';
import { readPaths } from '../support/read-paths.ts';
import type { Comparison } from './compare-files.ts';

const ROLES = ['executive', 'lead', 'admin'];
/** What differs from one run to the next, and from one moment to the next. */
const OF_THE_MOMENT =
  /(^|\.)(run_id|previous_run_id|next_cursor|calculated_at|created_at|started_at|finished_at|generated_at|duration_ms|age_seconds|request_id)$/;
const RUN_ID = /\b\d{8}_[a-z0-9]{8}\b/g;

/** Lists whose conditions are written only where they are asked for. */
const NARROWED = [
  `${PATHS.fans}?contactable=true&bought=true&churn_risk_level=low`,
  `${PATHS.fans}?department=alumni&hosted=false&bought=false`,
  `${PATHS.churnFans}?contactable=false&min_risk=0`,
];

const fansSchema = z.object({ items: z.array(z.object({ wonder_id: z.string() })) });
const runsSchema = z.object({ items: z.array(z.object({ run_id: z.string() })) });

async function idsOf(url: string): Promise<{ wonderId: string; runId: string }> {
  const read = async (path: string) => (await fetch(url + path)).json();
  const fans = fansSchema.parse(await read(PATHS.fans));
  const runs = runsSchema.parse(await read(PATHS.runs));
  return { wonderId: fans.items[0]?.wonder_id ?? '', runId: runs.items[0]?.run_id ?? '' };
}

/** Each value of an answer by where it stands in it. */
function* leaves(value: unknown, place: string): Generator<readonly [string, string]> {
  if (typeof value !== 'object' || value === null) {
    yield [place, String(value).replace(RUN_ID, 'run')];
    return;
  }
  for (const [name, inner] of Object.entries(value)) yield* leaves(inner, `${place}.${name}`);
}

async function answer(url: string, path: string, role: string): Promise<Map<string, string>> {
  const response = await fetch(url + path, { headers: { 'x-demo-role': role } });
  const text = (await response.text()).replaceAll(url, 'http://service');
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  const body: unknown = isJson ? JSON.parse(text) : text.split('\n');
  const all = [...leaves({ status: response.status, body }, path)];
  return new Map(all.filter(([place]) => !OF_THE_MOMENT.test(place)));
}

/** Asks two services every read as every role, and compares their answers value by value. */
export async function compareReads(mine: string, theirs: string): Promise<Comparison> {
  const [myIds, theirIds] = await Promise.all([idsOf(mine), idsOf(theirs)]);
  const described = await readPaths(theirs, theirIds);
  const paths = [...described.filter((path) => path !== PATHS.metrics), ...NARROWED];
  const differences: string[] = [];
  let values = 0;
  for (const role of ROLES) {
    for (const path of paths) {
      const wanted = await answer(theirs, path, role);
      const given = await answer(mine, path.replace(theirIds.runId, myIds.runId), role);
      for (const [place, value] of wanted) {
        values += 1;
        const here = place.replace(theirIds.runId, myIds.runId);
        if (given.get(here) === value) continue;
        const found = given.get(here) ?? 'nothing';
        differences.push(`${role}, ${place}: ${found} instead of ${value}`);
      }
      if (given.size > wanted.size)
        differences.push(`${role}, ${path}: ${given.size} values instead of ${wanted.size}`);
    }
  }
  return { values, differences };
}
