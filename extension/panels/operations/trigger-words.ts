import type { Run } from '../../../server/contract/index.ts';

const TRIGGERS: Readonly<Record<string, string>> = {
  schedule: 'by schedule',
  api: 'by hand',
  cli: 'from the command line',
  start: 'at the first start',
};

/** What started a run; empty where that was not written down. */
export function triggerWords({ trigger }: Run): string {
  return TRIGGERS[trigger ?? ''] ?? '';
}
