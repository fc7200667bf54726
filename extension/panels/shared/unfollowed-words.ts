import type { UnfollowedFilter } from '../../host/dashboard-host.ts';
import type { MappedField } from '../../host/panel-settings.ts';
import type { Words } from '../../ui/trouble-words.ts';

/**
 * Why a panel that follows `fields` shows nothing: a filter on one of them says more than the panel can ask.
 * Null where it can follow all.
 */
export function unfollowedWords(
  unfollowed: readonly UnfollowedFilter[],
  fields: readonly MappedField[],
): Words | null {
  const missed = unfollowed.filter(({ field }) => field !== null && fields.includes(field));
  if (missed.length === 0) return null;
  const unread = missed.filter(({ because }) => because === 'unread');
  if (unread.length > 0) {
    return {
      title: 'The dashboard did not say what is filtered',
      text: `${listed(unread)} could not be read, and figures of everybody would mislead.`,
    };
  }
  return {
    title: 'This filter cannot be followed here',
    text: `${listed(missed)} ${missed.length === 1 ? 'is' : 'are'} filtered to more than one value. Choose one, or lift the filter.`,
  };
}

/** Filters on fields that mean nothing to a panel: its figures are not narrowed by them. Null without any. */
export function unmappedWords(unfollowed: readonly UnfollowedFilter[]): string | null {
  const missed = unfollowed.filter(({ field }) => field === null);
  if (missed.length === 0) return null;
  return `Not narrowed by the dashboard’s ${missed.length === 1 ? 'filter' : 'filters'} on ${listed(missed)}.`;
}

function listed(filters: readonly UnfollowedFilter[]): string {
  const labels = filters.map(({ label }) => label);
  const last = labels.pop() ?? '';
  return labels.length === 0 ? last : `${labels.join(', ')} and ${last}`;
}
