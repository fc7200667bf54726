import type { Page } from 'playwright-core';

const SETTLE_MS = 5000;

/** What is cut, sticks out or lies on top of other words in a panel; empty when all is well. */
export async function findLayoutFaults(page: Page): Promise<string[]> {
  // Charts are drawn again some frames after their zone has changed its size; what stays wrong is a fault.
  const deadline = Date.now() + SETTLE_MS;
  let faults = await layoutFaults(page);
  while (faults.length > 0 && Date.now() < deadline) faults = await layoutFaults(page);
  return faults;
}

function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    const faults: string[] = [];
    // A font's own box reaches a little beyond its letters.
    const SLACK = 3;
    const scrolls =
      '.ops-parts, .receipt-body, .tables, .insight-scroll, .evidence-scroll, .virtual, .movers-scroll, .card-body, .segment-list';
    const mayEllipse = '.frame-context, .receipt-head h2, .card-who h2, .card-who p';
    const name = (element: Element): string =>
      `${element.tagName.toLowerCase()}.${String(element.getAttribute('class'))} "${element.textContent?.slice(0, 24)}"`;
    const isShown = (element: Element): boolean =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      element.closest('.unseen') === null;
    const bounds = document.documentElement.getBoundingClientRect();
    const words: { element: Element; box: DOMRect }[] = [];
    for (const element of document.querySelectorAll('.panel *')) {
      if (!isShown(element) || element.closest('svg') !== null) continue;
      const box = element.getBoundingClientRect();
      if (box.width === 0) continue;
      const inScroll = element.parentElement?.closest(scrolls) ?? null;
      if (inScroll !== null) continue;
      if (box.right > bounds.right + 0.5 || box.bottom > bounds.bottom + 0.5) {
        faults.push(`outside: ${name(element)}`);
      }
      if (box.left < -0.5 || box.top < -0.5) faults.push(`outside: ${name(element)}`);
      const overflows = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
      const hides = getComputedStyle(element).overflowX !== 'visible';
      if (overflows && hides && !element.matches(`${mayEllipse}, ${scrolls}`)) {
        faults.push(`cut: ${name(element)}`);
      }
      const own = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
      );
      if (!own) continue;
      const range = document.createRange();
      range.selectNodeContents(element);
      words.push({
        element,
        box: element.matches(mayEllipse) ? box : range.getBoundingClientRect(),
      });
    }
    const body = document.querySelector('.frame-body')?.getBoundingClientRect();
    for (const { element, box } of words) {
      if (body === undefined || element.closest('.frame-body') === null) continue;
      const out =
        box.bottom > body.bottom + SLACK ||
        box.top < body.top - SLACK ||
        box.right > body.right + SLACK;
      if (out) faults.push(`out of the body: ${name(element)}`);
    }
    words.forEach((one, index) => {
      for (const other of words.slice(index + 1)) {
        if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
        // Words of one paragraph flow: their boxes span lines, their letters never meet.
        const flow = one.element.closest('.told');
        if (flow !== null && flow === other.element.closest('.told')) continue;
        const across =
          Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down =
          Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (across > 1 && down > 2) {
          faults.push(`overlap: ${name(one.element)} and ${name(other.element)}`);
        }
      }
    });
    return [...new Set(faults)].slice(0, 6);
  });
}
