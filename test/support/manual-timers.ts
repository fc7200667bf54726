import type { Timers } from '../../extension/models/timers.ts';

export interface ManualTimers extends Timers {
  /** Lets time pass; what falls due runs in order. */
  readonly pass: (ms: number) => void;
}

/** Time that passes only when a test says so. */
export function createManualTimers(): ManualTimers {
  let time = 0;
  const due = new Set<{ readonly at: number; readonly run: () => void }>();
  const next = (until: number) =>
    [...due].filter((entry) => entry.at <= until).sort((a, b) => a.at - b.at)[0];
  return {
    now: () => time,
    after: (ms, run) => {
      const entry = { at: time + ms, run };
      due.add(entry);
      return () => due.delete(entry);
    },
    pass: (ms) => {
      const until = time + ms;
      for (let entry = next(until); entry !== undefined; entry = next(until)) {
        due.delete(entry);
        time = entry.at;
        entry.run();
      }
      time = until;
    },
  };
}
