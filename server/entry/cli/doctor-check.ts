/** One thing that was looked at; `advice` says what to do where it is not well. */
export interface Check {
  readonly state: 'ok' | 'warn' | 'fail';
  readonly subject: string;
  readonly found: string;
  readonly advice?: string;
}

export function passed(subject: string, found: string): Check {
  return { state: 'ok', subject, found };
}

export function doubtful(subject: string, found: string, advice: string): Check {
  return { state: 'warn', subject, found, advice };
}

export function failed(subject: string, found: string, advice: string): Check {
  return { state: 'fail', subject, found, advice };
}
