/** What a page may do besides talking to the service it came from. */
export interface PageRights {
  /** Who may frame it, as CSP sources; empty: nobody. */
  readonly framedBy: readonly string[];
  /** Where scripts may come from besides the service. */
  readonly scripts?: readonly string[];
  /** What it may frame besides the service's own pages. */
  readonly frames?: readonly string[];
  /** Whom its scripts may talk to besides the service. */
  readonly connects?: readonly string[];
}

/** The content security policy of a page: its own service, nothing inline, and what it was given. */
export function pagePolicy({
  framedBy,
  scripts = [],
  frames = [],
  connects = [],
}: PageRights): string {
  return [
    "default-src 'none'",
    `script-src ${["'self'", ...scripts].join(' ')}`,
    "style-src 'self'",
    "img-src 'self' data: blob:",
    // Tableau sends the workbook's fonts as data.
    "font-src 'self' data:",
    `connect-src ${["'self'", ...connects].join(' ')}`,
    `frame-src ${["'self'", ...frames].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${framedBy.length === 0 ? "'none'" : framedBy.join(' ')}`,
  ].join('; ');
}

/** The origin of an address, as a CSP source. */
export function sourceOf(address: string | undefined): readonly string[] {
  return address === undefined ? [] : [new URL(address).origin];
}
