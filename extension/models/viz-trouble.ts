/** Why Tableau did not show a dashboard, in plain words. */
export interface VizTrouble {
  readonly title: string;
  readonly text: string;
  /** What Tableau said, for whoever runs it. */
  readonly code: string;
}

const SIGN_IN = 'Tableau did not let you in';
const SETTINGS = 'The portal’s sign-in is not set up right';

const BY_NUMBER: ReadonlyMap<string, Omit<VizTrouble, 'code'>> = new Map([
  ['5', { title: SIGN_IN, text: 'The Tableau site does not know the user of TABLEAU_USER.' }],
  [
    '16',
    {
      title: SIGN_IN,
      text: 'The sign-in was refused. Often a clock is wrong: compare that of the service with that of Tableau.',
    },
  ],
  ['126', { title: SETTINGS, text: 'The Connected App is missing or disabled on the site.' }],
  ['127', { title: SETTINGS, text: 'The site does not know TABLEAU_CONNECTED_APP_SECRET_ID.' }],
  ['10083', { title: SETTINGS, text: 'Tableau cannot read the head of the portal’s token.' }],
  ['10084', { title: SETTINGS, text: 'Tableau cannot read the portal’s token.' }],
]);

const BY_NAME: ReadonlyMap<string, Omit<VizTrouble, 'code'>> = new Map([
  ['auth-failed', { title: SIGN_IN, text: 'Try again. If it stays so, ask an administrator.' }],
  [
    'unknown-auth-error',
    { title: SIGN_IN, text: 'Try again. If it stays so, ask an administrator.' },
  ],
  [
    'invalid-url',
    {
      title: 'This dashboard was not found',
      text: 'It may have been moved or renamed on the Tableau site. TABLEAU_DASHBOARDS says where it should be.',
    },
  ],
  [
    'too-slow',
    {
      title: 'Tableau takes long to answer',
      text: 'The site may be busy or out of reach from this network.',
    },
  ],
]);

/** From an event's code and message; the message is often JSON with a number in it, and often nothing. */
export function vizTrouble(errorCode: unknown, message: unknown): VizTrouble {
  const name = typeof errorCode === 'string' ? errorCode : '';
  const number = numberIn(message);
  const words = BY_NUMBER.get(number ?? '') ?? BY_NAME.get(name) ?? OTHER;
  return { ...words, code: [name, number].filter(Boolean).join(' ') || 'unknown' };
}

const OTHER = {
  title: 'Tableau did not show the dashboard',
  text: 'Try again. If it stays so, ask an administrator.',
};

/** Tableau's number for what went wrong: often in JSON within JSON, beside a status of HTTP. */
function numberIn(message: unknown): string | null {
  const text = typeof message === 'string' ? message.replaceAll('\\', '') : '';
  const named = /"(?:errorCode|code|result)"\s*:\s*"?(\d+)/.exec(text);
  const known = /\b(16|126|127|10083|10084)\b/.exec(text);
  return (named ?? known ?? /\b(\d{1,5})\b/.exec(text))?.[1] ?? null;
}
