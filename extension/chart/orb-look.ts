export interface OrbLook {
  /** How far the surface swings, in parts of the radius. */
  readonly distortion: number;
  /** How fast, against real time. */
  readonly speed: number;
  readonly hue: 'gold' | 'eng' | 'data-2';
  /** The score from which it has this hue; null below the first such edge, which `next` is then. */
  readonly from: number | null;
  readonly next: number | null;
}

/** What a score looks like as an orb: the higher, the livelier; gold and blue from the two highest tiers' edges. */
export function orbLook(score: number, edges: readonly number[]): OrbLook {
  const [blue = Number.POSITIVE_INFINITY, gold = Number.POSITIVE_INFINITY] = edges.slice(-2);
  const reached = [gold, blue].find((edge) => score >= edge) ?? null;
  return {
    distortion: 0.3 + (0.4 * score) / 100,
    speed: 1 + score / 100,
    hue: reached === null ? 'data-2' : reached === gold ? 'gold' : 'eng',
    from: reached,
    next: reached === null && Number.isFinite(blue) ? blue : null,
  };
}
