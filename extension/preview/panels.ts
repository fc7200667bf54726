/** A panel that the preview can show. */
export interface PreviewPanel {
  /** Names its page, `/extension/{stem}`, and its zone. */
  readonly stem: string;
  readonly title: string;
}

/** The panels in the order of the dashboard: to show another one here takes a line. */
export const PANELS: readonly PreviewPanel[] = [
  { stem: 'score-rings', title: 'Score rings' },
  { stem: 'segments', title: 'Segments' },
  { stem: 'churn', title: 'Churn' },
  { stem: 'narrative', title: 'Summary' },
  { stem: 'operations', title: 'Operations' },
];

/** The view that shows all panels at once, beside one view for each. */
export const DASHBOARD = 'dashboard';

/** The view that an address asks for: a panel's stem, else the dashboard, or the only panel there is. */
export function viewFromQuery(search: string): string {
  const asked = new URLSearchParams(search).get('panel');
  const found = PANELS.find(({ stem }) => stem === asked);
  if (found !== undefined) return found.stem;
  const [only, ...others] = PANELS;
  return only !== undefined && others.length === 0 ? only.stem : DASHBOARD;
}
