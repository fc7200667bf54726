/** Fans that a figure is told of. */
export interface FanSet {
  readonly name: string;
  /** Sizes of the parts it is made of, by part: no fan is in two, and a part is in a set as a whole. */
  readonly parts: ReadonlyMap<number, number>;
}

const sizeOf = ({ parts }: FanSet) => [...parts.values()].reduce((sum, size) => sum + size, 0);

/**
 * The fewest fans that are told of with each set, by name: the set itself, or those whom it and another set of
 * the same size or more do not share, because the figures of two sets may be subtracted. Of two unlike sets only
 * the smaller has to be hidden. Sets of the same fans tell nothing of each other.
 */
export function fewestTold(sets: readonly FanSet[]): ReadonlyMap<string, number> {
  const sized = sets.map((set) => ({ ...set, size: sizeOf(set) }));
  return new Map(
    sized.map(({ name, parts, size }) => {
      const others = sized
        .filter((other) => size > 0 && other.size >= size)
        .map((other) => {
          let shared = 0;
          for (const [part, fans] of parts) if (other.parts.has(part)) shared += fans;
          return size + other.size - 2 * shared;
        })
        .filter((unshared) => unshared > 0);
      return [name, Math.min(size, ...others)];
    }),
  );
}
