import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

export interface VirtualRowsOptions {
  readonly scroller: { readonly current: HTMLElement | null };
  readonly count: number;
  /** Pixels; every row has the same. */
  readonly rowHeight: number;
}

export interface VirtualRows {
  /** The rows to draw, from the first on. */
  readonly indexes: readonly number[];
  /** Pixels of the rows above and below those. */
  readonly above: number;
  readonly below: number;
  readonly scrollTo: (index: number) => void;
}

const OVERSCAN = 8;

/** Which rows of a long list can be seen: only these are drawn, however many there are. */
export function useVirtualRows({ scroller, count, rowHeight }: VirtualRowsOptions): VirtualRows {
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => redraw(0),
  };
  const [rows] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  rows.setOptions(options);
  useLayoutEffect(() => rows._didMount(), []);
  useLayoutEffect(() => rows._willUpdate());
  const items = rows.getVirtualItems();
  const last = items.at(-1);
  return {
    indexes: items.map((item) => item.index),
    above: items[0]?.start ?? 0,
    below: last === undefined ? 0 : count * rowHeight - last.end,
    scrollTo: (index) => rows.scrollToIndex(index),
  };
}
