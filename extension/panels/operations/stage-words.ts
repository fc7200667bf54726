import type { Run } from '../../../server/contract/index.ts';

type Stage = Run['stages'][number];

export function stageName({ name }: Pick<Stage, 'name'>): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export function stageWord({ status }: Stage): string {
  const words: Readonly<Record<Stage['status'], string>> = {
    pending: 'To come',
    running: 'Running',
    succeeded: 'Done',
    failed: 'Failed',
    refused: 'Refused',
    skipped: 'Skipped',
  };
  return words[status];
}
