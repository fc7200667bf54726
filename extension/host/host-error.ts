/**
 * How a host can fail: `too_slow`, it did not answer in time; `refused`, it said no, whatever the reason: it
 * does not tell permission from mistake; `viewing`, only an author may; `unavailable`, this host has no such
 * thing; `dialog_open`, one dialog at a time.
 */
export type HostErrorCode = 'too_slow' | 'refused' | 'viewing' | 'unavailable' | 'dialog_open';

export class HostError extends Error {
  readonly code: HostErrorCode;

  constructor(code: HostErrorCode, detail: string, cause?: unknown) {
    super(detail, cause === undefined ? undefined : { cause });
    this.name = 'HostError';
    this.code = code;
  }
}
