/** A bounded cache in which a burst of equal requests loads once. */
export interface Cache<V> {
  /** The cached value; a function of nothing but its key, so never stale. */
  peek(key: string): V | undefined;
  /**
   * The cached value, or the one load in flight for this key, or a new load. A failed load is shared
   * by those who waited for it and is not kept.
   */
  getOrLoad(key: string, load: () => Promise<V>): Promise<V>;
  clear(): void;
}
