/** Time as the browser gives it. */
export function createBrowserTimers(page: Window) {
  return {
    now: (): number => page.performance.now(),
    after: (ms: number, run: () => void): (() => void) => {
      const id = page.setTimeout(run, ms);
      return () => page.clearTimeout(id);
    },
  };
}
