import type { HostTrouble } from '../../host/dashboard-host.ts';

const WORDS: Readonly<Record<HostTrouble['doing'], string>> = {
  filtering: 'The dashboard did not take the filter.',
  selecting: 'The dashboard has no mark of this fan to select.',
  parameter: 'The dashboard did not take the value.',
};

/** What the dashboard was asked for and did not do; null when all went well. */
export function hostTroubleWords(trouble: HostTrouble | null): string | null {
  return trouble && WORDS[trouble.doing];
}
