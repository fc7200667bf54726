/**
 * Who asks. The one place that will hold an access token: in memory, never in storage, which throws in a
 * frame of another site.
 */
export interface Session {
  readonly headers: () => Readonly<Record<string, string>>;
  /** Resolves when asking again makes sense. */
  readonly signIn: () => Promise<void>;
}

/** A role that the demo sign-in can be asked to play. */
export interface PlayedRole {
  readonly role: string;
  readonly departments: readonly string[];
}

/** Signed in by the service itself, in the role that `played` names. */
export function createDemoSession(played: () => PlayedRole | null): Session {
  return {
    headers: () => {
      const viewer = played();
      if (viewer === null) return {};
      const departments = viewer.departments.join(',');
      return {
        'x-demo-role': viewer.role,
        ...(departments === '' ? {} : { 'x-demo-departments': departments }),
      };
    },
    signIn: () => Promise.resolve(),
  };
}
