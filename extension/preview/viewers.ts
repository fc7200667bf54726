import type { DemoViewer } from '../host/dashboard-host.ts';

export interface ViewerChoice {
  readonly name: string;
  /** Null: as the service is set up. */
  readonly viewer: DemoViewer | null;
  readonly note: string;
}

const lead = (name: string, department: string, note: string): ViewerChoice => ({
  name,
  viewer: { role: 'lead', departments: [department] },
  note,
});

/** Whom the demo sign-in can play, with what that changes. */
export const VIEWERS: readonly ViewerChoice[] = [
  {
    name: 'Executive',
    viewer: { role: 'executive', departments: [] },
    note: 'Every fan, no names',
  },
  lead('Athletics lead', 'athletics', 'Fans with a sport, names where they consented'),
  lead('Marketing lead', 'marketing', 'Fans who opted in, names where they consented'),
  lead('Finance lead', 'finance', 'Every fan, no names'),
  lead('Alumni lead', 'alumni', 'Alumni, names where they consented'),
  { name: 'Admin', viewer: { role: 'admin', departments: [] }, note: 'Runs, but no fans' },
];

export function viewerChoice(viewer: DemoViewer | null): ViewerChoice | undefined {
  if (viewer === null) return VIEWERS[0];
  const key = JSON.stringify(viewer);
  return VIEWERS.find((choice) => JSON.stringify(choice.viewer) === key);
}
