/** Puts a font family on the page; with null, the page's own. Ours stays behind it, for what it has no letters for. */
export function createFontSwitch(page: Document): (family: string | null) => void {
  const { style } = page.documentElement;
  return (family) => {
    if (family === null) style.removeProperty('--font-sans');
    else style.setProperty('--font-sans', `${family}, system-ui, sans-serif`);
  };
}
