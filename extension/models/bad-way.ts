/** More of these is worse; of all others, fewer. */
const UNWANTED: ReadonlySet<string> = new Set(['at_risk', 'inactive']);

/** The direction in which a segment's count is bad news. */
export function badWay(segment: string): 'up' | 'down' {
  return UNWANTED.has(segment) ? 'up' : 'down';
}
