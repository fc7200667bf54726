/** What a person may be; nobody is any of these by default. */
export const ROLES = ['executive', 'lead', 'admin'] as const;

/** One of the three roles. */
export type Role = (typeof ROLES)[number];

/** The role a text names, or undefined; exact, so that "Admin" is none. */
export function parseRole(text: string): Role | undefined {
  return ROLES.find((role) => role === text);
}
