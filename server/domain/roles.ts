/** What a person may be; nobody is any of these by default. */
export const ROLES = ['executive', 'lead', 'admin'] as const;

/** Departments a lead can have; the executive set of metrics has no lead. */
export const LEAD_DEPARTMENTS = ['athletics', 'marketing', 'finance', 'alumni'] as const;

/** One of the three roles. */
export type Role = (typeof ROLES)[number];

/** A department that a lead can have. */
export type LeadDepartment = (typeof LEAD_DEPARTMENTS)[number];

/** The role a text names, or undefined; exact, so that "Admin" is none. */
export function parseRole(text: string): Role | undefined {
  return ROLES.find((role) => role === text);
}

/** The lead's department a text names, or undefined. */
export function parseLeadDepartment(text: string): LeadDepartment | undefined {
  return LEAD_DEPARTMENTS.find((department) => department === text);
}
