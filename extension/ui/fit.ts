import { useLayoutEffect } from 'preact/hooks';

/** Attributes of an element, by name without `data-`. */
export type Detail = Readonly<Record<string, string>>;

/** An element with a current value, as `useRef` gives it. */
interface Holder {
  readonly current: HTMLElement | null;
}

/** How far a box may reach beyond its place: fonts reach a little beyond their letters. */
const SLACK = 1;

function overflows(box: HTMLElement): boolean {
  return box.scrollHeight > box.clientHeight + SLACK || box.scrollWidth > box.clientWidth + SLACK;
}

/** Gives a box the most detail that fits it whole: the first of `details`, else the last. */
export function fitBox(box: HTMLElement, details: readonly Detail[]): void {
  for (const detail of details) {
    for (const [name, value] of Object.entries(detail)) box.dataset[name] = value;
    if (!overflows(box)) return;
  }
}

/** Fits a box again whenever it is drawn or its size changes. */
export function useFit(holder: Holder, details: readonly Detail[]): void {
  useLayoutEffect(() => {
    const box = holder.current;
    if (box === null) return undefined;
    fitBox(box, details);
    const observer = new ResizeObserver(() => fitBox(box, details));
    if (box.parentElement !== null) observer.observe(box.parentElement);
    return () => observer.disconnect();
  });
}
