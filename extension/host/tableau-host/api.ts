import type { Dashboard, Extensions, Parameter, Worksheet } from '@tableau/extensions-api-types';

/** What the library puts into the page. */
export type TableauApi = typeof tableau;

export type { Dashboard, Extensions, Parameter, Worksheet };

/** The library where the page has it and it can do what we need, else null. Its types promise more than its releases hold. */
export function findTableau(): TableauApi | null {
  const there: unknown = typeof tableau === 'undefined' ? undefined : tableau;
  const usable =
    typeof there === 'object' &&
    there !== null &&
    'extensions' in there &&
    isFunction(there.extensions, 'initializeAsync') &&
    isFunction(there.extensions, 'initializeDialogAsync');
  return usable ? tableau : null;
}

/** True where this release of the library, and this Tableau, has the method. */
export function isFunction(holder: unknown, name: string): boolean {
  return (
    typeof holder === 'object' &&
    holder !== null &&
    name in holder &&
    typeof Reflect.get(holder, name) === 'function'
  );
}
