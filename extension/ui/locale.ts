/** A locale that Intl takes: hosts write `en_US`, and anyone can write anything into an address. */
export function usableLocale(candidate: string | null): string | undefined {
  if (candidate === null) return undefined;
  try {
    return Intl.getCanonicalLocales(candidate.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}
