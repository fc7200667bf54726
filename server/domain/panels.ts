/** The panels that a dashboard can hold, by the stem that their folders and addresses share. */
export const PANELS = ['score-rings', 'segments', 'churn', 'narrative', 'operations'] as const;

/** One of the panels. */
export type Panel = (typeof PANELS)[number];

/** A panel by its stem; undefined where there is none of that name. */
export function parsePanel(text: string): Panel | undefined {
  return PANELS.find((panel) => panel === text);
}
