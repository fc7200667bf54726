import { WonderError } from '../../domain/errors.ts';
import type { RunStep } from './run-step.ts';

const NOT_CONFIGURED = 'Tableau is not configured: TABLEAU_URL and TABLEAU_EXTRACTS are not set.';

/** Has Tableau read the scores that were published: never before, and only where it is configured. */
export const refreshStep: RunStep = {
  name: 'refresh',
  async run({ deps, runId, signal }) {
    const { extracts = { skippedBecause: NOT_CONFIGURED } } = deps;
    if ('skippedBecause' in extracts) return { rows: 0, skipped: extracts.skippedBecause };
    const { refreshed, failures, isOpen } = await extracts.refreshFor(runId, signal);
    if (isOpen) return { rows: refreshed, isOpen };
    if (failures.length === 0) return refreshed;
    throw new WonderError('tableau_failed', { detail: failures.join(' ') });
  },
};
