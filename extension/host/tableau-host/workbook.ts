import type { DialogRequest } from '../dashboard-host.ts';
import { HostError } from '../host-error.ts';
import type { Extensions } from './api.ts';
import type { Patience } from './patience.ts';

const KEY = 'wonder';

/** What the workbook keeps for this panel; null until an author saved something. */
export function savedText({ settings }: Extensions): string | null {
  // An erased key stays, with an empty text.
  return settings.get(KEY) || null;
}

/** Rejects with HostError, `viewing` for everyone but an author: trying would only reload the dashboard. */
export async function saveText(
  { settings, environment }: Extensions,
  { text, patience }: { readonly text: string; readonly patience: Patience },
): Promise<void> {
  if (String(environment.mode) !== 'authoring') {
    throw new HostError('viewing', 'Only an author of the dashboard can save settings.');
  }
  await patience('saving', () => {
    settings.set(KEY, text);
    return settings.saveAsync();
  });
}

/** Resolves with what the page was closed with, or null where the viewer closed it. Rejects with HostError. */
export async function openTableauDialog(
  { ui }: Extensions,
  { page, request }: { readonly page: Window; readonly request: DialogRequest },
): Promise<string | null> {
  const { path, payload, width, height } = request;
  try {
    // The dialog has to be of the panel's own origin.
    const url = new URL(path, page.location.origin).href;
    return await ui.displayDialogAsync(url, payload, { width, height });
  } catch (error) {
    const code = typeof error === 'object' && error !== null ? Reflect.get(error, 'errorCode') : '';
    if (code === 'dialog-closed-by-user') return null;
    const taken = code === 'dialog-already-open';
    throw new HostError(taken ? 'dialog_open' : 'refused', 'The dialog did not open.', error);
  }
}
