import type { TableauCredentials } from '../../adapters/tableau/credentials.ts';
import { type ExtractTarget, parseExtracts } from '../../domain/extract.ts';
import { readOutsideAddress } from './outside-address.ts';
import type { SettingReader } from './setting-reader.ts';

/** How the service reaches the Tableau site, and what it refreshes there. */
export interface TableauSettings {
  readonly url: string;
  /** The site's content URL; empty: the default site. */
  readonly site: string;
  /** Undefined: nothing is refreshed. */
  readonly credentials: TableauCredentials | undefined;
  readonly extracts: readonly ExtractTarget[];
  readonly pollMs: number;
  readonly deadlineMs: number;
}

const LEAST_SECRET = 16;

function secret(settings: SettingReader, name: string): string | undefined {
  const value = settings.text(name);
  if (value === undefined || value.length >= LEAST_SECRET) return value;
  settings.refuse(name, `is too short for a secret: at least ${LEAST_SECRET} characters`);
  return undefined;
}

/** All of a group of settings, or none: one that is missing beside the others is named. */
function together(settings: SettingReader, values: Readonly<Record<string, string | undefined>>) {
  const missing = Object.keys(values).filter((name) => values[name] === undefined);
  if (missing.length === Object.keys(values).length) return false;
  for (const name of missing) settings.refuse(name, 'is missing beside the others of its kind');
  return missing.length === 0;
}

function readCredentials(settings: SettingReader): TableauCredentials | undefined {
  const name = settings.text('TABLEAU_PAT_NAME');
  const patSecret = secret(settings, 'TABLEAU_PAT_SECRET');
  const isPat = together(settings, { TABLEAU_PAT_NAME: name, TABLEAU_PAT_SECRET: patSecret });
  if (isPat && name !== undefined && patSecret !== undefined) {
    return { kind: 'pat', name, secret: patSecret };
  }
  const user = settings.text('TABLEAU_USER');
  const clientId = settings.text('TABLEAU_CONNECTED_APP_ID');
  const secretId = settings.text('TABLEAU_CONNECTED_APP_SECRET_ID');
  const appSecret = secret(settings, 'TABLEAU_CONNECTED_APP_SECRET');
  const isApp = together(settings, {
    TABLEAU_CONNECTED_APP_ID: clientId,
    TABLEAU_CONNECTED_APP_SECRET_ID: secretId,
    TABLEAU_CONNECTED_APP_SECRET: appSecret,
  });
  if (!isApp || clientId === undefined || secretId === undefined || appSecret === undefined) {
    return undefined;
  }
  // Without a user to act as, the app embeds dashboards only.
  return user === undefined
    ? undefined
    : { kind: 'connected-app', clientId, secretId, secret: appSecret, user };
}

function readExtracts(settings: SettingReader): readonly ExtractTarget[] {
  const extracts = parseExtracts(settings.text('TABLEAU_EXTRACTS') ?? '');
  if (extracts === undefined) {
    settings.refuse(
      'TABLEAU_EXTRACTS',
      'holds an entry that is none',
      'datasource:LUID, workbook:LUID, datasource:Project/Name, workbook:Project/Name, by comma',
    );
  }
  return extracts ?? [];
}

/** TABLEAU_URL, TABLEAU_SITE, the sign-in, and what is refreshed; undefined without TABLEAU_URL. */
export function readTableau(settings: SettingReader): TableauSettings | undefined {
  const url = readOutsideAddress(settings, 'TABLEAU_URL');
  const credentials = readCredentials(settings);
  const extracts = readExtracts(settings);
  const pollSeconds = settings.wholeNumber('TABLEAU_POLL_SECONDS', { least: 1, most: 3600 });
  const deadline = settings.wholeNumber('TABLEAU_DEADLINE_SECONDS', { least: 1, most: 86_400 });
  if (extracts.length > 0 && settings.text('TABLEAU_URL') === undefined) {
    settings.refuse('TABLEAU_URL', 'is missing: TABLEAU_EXTRACTS lists what to refresh there');
  }
  if (extracts.length > 0 && credentials === undefined) {
    settings.refuse(
      'TABLEAU_PAT_NAME',
      'is missing: TABLEAU_EXTRACTS needs a sign-in',
      'TABLEAU_PAT_NAME and TABLEAU_PAT_SECRET, or the Connected App and TABLEAU_USER',
    );
  }
  if (url === undefined) return undefined;
  return {
    url: url.href,
    site: settings.text('TABLEAU_SITE') ?? '',
    credentials,
    extracts,
    pollMs: (pollSeconds ?? 30) * 1000,
    deadlineMs: (deadline ?? 8100) * 1000,
  };
}
