/** Runs, sources and extracts are those of everybody: no field of a dashboard narrows them. */
export function isNarrowed(panel: string): boolean {
  return panel !== 'operations';
}
