const EDGE = 8;
const GAP = 6;

/** Puts what floats below the thing it belongs to, or above where there is more room, and never past the panel's edge. */
export function placeBy(floating: HTMLElement, thing: HTMLElement): void {
  const panel = thing.closest('.panel');
  if (panel === null) return;
  // What is taller than the panel scrolls: its stylesheet knows only the body's height.
  floating.style.setProperty('--room', `${panel.clientHeight}px`);
  const [room, at] = [panel.getBoundingClientRect(), thing.getBoundingClientRect()];
  const { width, height } = floating.getBoundingClientRect();
  const below = at.bottom + GAP;
  const isAbove = below + height > room.bottom - 2 && at.top - GAP - height >= room.top;
  const top = isAbove ? at.top - GAP - height : Math.min(below, room.bottom - height - 2);
  const left = Math.min(Math.max(at.left, room.left + EDGE), room.right - width - EDGE);
  // What it is placed from depends on how the browser contains the panel: so it is measured.
  floating.style.left = '0';
  floating.style.top = '0';
  const from = floating.getBoundingClientRect();
  floating.style.top = `${Math.max(top, room.top) - from.top}px`;
  floating.style.left = `${Math.max(left, room.left) - from.left}px`;
}
