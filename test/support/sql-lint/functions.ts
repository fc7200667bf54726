import type { Engine } from '../../../server/modeling/render.ts';

/** Functions that both engines have, with the same meaning. */
const SHARED = `
  abs any_value avg cast ceil coalesce corr count datediff dense_rank exp extract first_value floor greatest grouping
  lag last_day last_value lead least left length ln lower lpad max max_by median min min_by mod ntile nullif
  percent_rank percentile_cont position power rank replace right round row_number sign split_part sqrt stddev
  substr sum trim try_cast upper var_pop
`;
/** Functions that only one has: they live in the macros that choose between engines. */
const OWN: Readonly<Record<Engine, string>> = {
  duckdb: 'bit_count bit_or',
  snowflake: 'bitor_agg bitshiftleft',
};

/** Words before a bracket that are no function. */
const KEYWORDS = new Set(
  'all and as between by case decimal else exists from having in join not on or over partition select sets then using values when where with'.split(
    ' ',
  ),
);

/** Function calls of a text that its engine, or the other one, does not have. */
export function unknownCalls(code: string, engine: Engine): { index: number; name: string }[] {
  const known = new Set(`${SHARED} ${OWN[engine]}`.split(/\s+/));
  return [...code.matchAll(/(\S+\s+)?(?<![\w.])([a-z_]\w*)\s*\(/g)].flatMap((match) => {
    const [, before = '', name = ''] = match;
    if (known.has(name) || KEYWORDS.has(name)) return [];
    // "as v (a, b)" names columns, "table t (" and "into t (" too.
    if (/(^|\s)(as|table|exists|into)\s+$/.test(before)) return [];
    return [{ index: match.index, name }];
  });
}
