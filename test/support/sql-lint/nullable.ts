import { closingBracket } from './brackets.ts';
import { callsOf } from './masked-sql.ts';

/** Columns and steps that are never null: made by coalesce, by a count, or by a case with an else. */
const NEVER_NULL = new Set(
  `amplification_rank attendance_rank breadth_points categories complaint_points complaints digital_rank
   frequency_rank hosting_rank learning_rank recency_rank redemption_rank redemptions referral_rank revenue_rank
   silent_days social_rank stability_points tenure_rank tier_points
   all_rows known_rows after_as_of duplicates no_date out_of_range rows_read unknown_fan`.split(
    /\s+/,
  ),
);

/** Expressions that a condition around them keeps from being null or zero. */
const GUARDED = new Set([
  // when e.impressions > 0
  'cast(e.clicks as double) / e.impressions',
]);

const WORDS = new Set(
  'and as between case cast coalesce count double decimal else end extract greatest least mod not or over sum then when'.split(
    ' ',
  ),
);

/** The same without its coalesce(...): what is inside them is not null. */
function withoutCoalesce(code: string): string {
  const [call] = callsOf(code, 'coalesce');
  if (call === undefined) return code;
  const open = code.indexOf('(', call.index);
  return withoutCoalesce(
    `${code.slice(0, call.index)}0${code.slice(closingBracket(code, open) + 1)}`,
  );
}

/** Names in an expression that may be null. */
export function nullableNames(expression: string): string[] {
  if (GUARDED.has(expression)) return [];
  const names = withoutCoalesce(expression).match(/[a-z_][\w.]*/g) ?? [];
  return names
    .map((name) => name.replace(/^\w+\./, ''))
    .filter((name) => !WORDS.has(name) && !NEVER_NULL.has(name));
}
