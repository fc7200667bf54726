import type { Install } from '../../server/contract/index.ts';

type Panel = Install['panels'][number]['panel'];

export interface PanelWords {
  readonly name: string;
  readonly about: string;
}

/** What an administrator reads about each panel. */
export const PANEL_WORDS: Readonly<Record<Panel, PanelWords>> = {
  'score-rings': { name: 'WonderScore rings', about: 'One fan, or everyone the filters leave' },
  segments: { name: 'Fan segments', about: 'Seven segments and the fans of each' },
  churn: { name: 'Churn risk', about: 'Who may leave, what they are worth, why' },
  narrative: { name: 'Narrative strip', about: 'What happened, in sentences with their facts' },
  operations: { name: 'Score operations', about: 'Runs, sources and extracts; for administrators' },
};
