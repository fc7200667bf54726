/** Departments a lead can have; the executive set of metrics has no lead. */
export const LEAD_DEPARTMENTS = ['athletics', 'marketing', 'finance', 'alumni'] as const;

/** A department that a lead can have. */
export type LeadDepartment = (typeof LEAD_DEPARTMENTS)[number];

/** The lead's department a text names, or undefined. */
export function parseLeadDepartment(text: string): LeadDepartment | undefined {
  return LEAD_DEPARTMENTS.find((department) => department === text);
}
