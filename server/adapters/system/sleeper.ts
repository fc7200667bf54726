import { setTimeout as wait } from 'node:timers/promises';
import { WonderError } from '../../domain/errors.ts';
import type { Sleeper } from '../../ports/sleeper.ts';

/** Waits in real time, and keeps no process alive for it. */
export const systemSleeper: Sleeper = {
  async sleep(milliseconds, signal) {
    try {
      await wait(milliseconds, undefined, {
        ref: false,
        ...(signal === undefined ? {} : { signal }),
      });
    } catch (cause) {
      throw new WonderError('cancelled', { detail: 'The wait was called off.', cause });
    }
  },
};
