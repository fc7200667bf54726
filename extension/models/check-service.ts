import type { Service } from '../../server/contract/index.ts';
import { ApiError, type ApiErrorKind } from '../api/api-error.ts';

/** Whether a panel can work with the service at an address. */
export type ServiceCheck =
  | { readonly kind: 'checking' }
  | { readonly kind: 'good'; readonly version: string }
  | { readonly kind: 'wrong'; readonly text: string };

export interface ServiceCheckDeps {
  readonly read: (origin: string, signal: AbortSignal) => Promise<Service>;
  /** Where the panel came from: the only service that a browser lets it talk to. */
  readonly home: string;
  readonly panelVersion: string;
}

/** Asks the service at `text` who it is. Rejects only as `signal` says. */
export async function checkService(
  { read, home, panelVersion }: ServiceCheckDeps,
  text: string,
  signal: AbortSignal,
): Promise<ServiceCheck> {
  if (!URL.canParse(text))
    return wrong('This is no address. It looks like https://scores.example.edu.');
  const { origin, protocol } = new URL(text);
  if (protocol !== 'https:' && protocol !== 'http:') {
    return wrong('An address starts with https://.');
  }
  if (origin !== home) {
    return wrong(
      `A panel talks to the service that it came from, ${home}. To use another, add the panel from there.`,
    );
  }
  try {
    const { version } = await read(origin, signal);
    // A page may be older than the service it came from: it was loaded before an update.
    return isCompatible(version, panelVersion)
      ? { kind: 'good', version }
      : wrong(
          `Version ${version} does not fit this panel of ${panelVersion}. Reload the dashboard.`,
        );
  } catch (error) {
    signal.throwIfAborted();
    return wrong(WORDS[error instanceof ApiError ? error.trouble.kind : 'failed'] ?? FAILED);
  }
}

/** The same major version, and before 1.0 the same minor one. */
export function isCompatible(one: string, other: string): boolean {
  const [major, minor] = one.split('.');
  const [otherMajor, otherMinor] = other.split('.');
  return major === otherMajor && (major !== '0' || minor === otherMinor);
}

const FAILED = 'The service answered with an error. Ask whoever runs it.';
const WORDS: Partial<Record<ApiErrorKind, string>> = {
  unreachable: 'Nothing answers there. Check the address, and that the service runs.',
  too_slow: 'It takes too long to answer. Try again in a while.',
  not_understood: 'Something answers there, but it is no Wonder Portal.',
  not_found: 'Something answers there, but it is no Wonder Portal.',
};

function wrong(text: string): ServiceCheck {
  return { kind: 'wrong', text };
}
