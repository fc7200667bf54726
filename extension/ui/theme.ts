/** Puts a theme on the page; with null, whatever the viewer's system prefers, now and whenever that changes. */
export function createThemeSwitch(page: Window): (theme: 'light' | 'dark' | null) => void {
  const dark = page.matchMedia('(prefers-color-scheme: dark)');
  let wanted: 'light' | 'dark' | null = null;
  const apply = (): void => {
    page.document.documentElement.dataset.theme = wanted ?? (dark.matches ? 'dark' : 'light');
  };
  dark.addEventListener('change', apply);
  apply();
  return (theme) => {
    wanted = theme;
    apply();
  };
}
