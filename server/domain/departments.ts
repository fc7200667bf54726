/** The five sets of metrics; executive looks across, the other four are departments of leads. */
export const DEPARTMENTS = ['executive', 'athletics', 'marketing', 'finance', 'alumni'] as const;

/** One of the five sets of metrics. */
export type Department = (typeof DEPARTMENTS)[number];

/** The department a text names, or undefined. */
export function parseDepartment(text: string): Department | undefined {
  return DEPARTMENTS.find((department) => department === text);
}
