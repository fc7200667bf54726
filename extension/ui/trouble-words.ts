/** Why there is nothing to show, in the kinds that need different words. */
export type TroubleKind =
  | 'signed_out'
  | 'forbidden'
  | 'not_found'
  | 'no_scores'
  | 'busy'
  | 'refused'
  | 'failed'
  | 'too_slow'
  | 'unreachable'
  | 'not_understood';

export interface Words {
  readonly title: string;
  readonly text: string;
}

/** What happened, then what to do: for a panel whose data are called `things`. */
export function troubleWords(kind: TroubleKind, things: string): Words {
  return {
    title: TITLES[kind] ?? `${things} did not load`,
    text: TEXTS[kind],
  };
}

const TITLES: Partial<Record<TroubleKind, string>> = {
  signed_out: 'Sign in to see scores',
  forbidden: 'Not part of your role',
  no_scores: 'No scores yet',
};

const FINE = 'Nothing is wrong with your dashboard.';

const TEXTS: Record<TroubleKind, string> = {
  signed_out: 'Opens in a new window and returns here.',
  forbidden: 'Your role does not include the scores of fans. An executive or a lead can see them.',
  not_found: 'It may be new, or outside what you may see.',
  no_scores: 'They appear after the first scoring run is published.',
  busy: `The score service is not ready to answer. ${FINE}`,
  refused: 'The score service did not accept the question.',
  failed: `The score service could not answer. ${FINE}`,
  too_slow: `The score service took too long to answer. ${FINE}`,
  unreachable: 'The score service cannot be reached. Check the network, then try again.',
  not_understood: 'Something else answered in place of the score service.',
};
