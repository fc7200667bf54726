import type { OrderNotice } from '../../models/operations.ts';
import type { Format } from '../../ui/format.ts';
import { kindName } from '../shared/model-name.ts';

export function noticeWords(notice: OrderNotice, format: Format): string {
  switch (notice.kind) {
    case 'started':
      return `The run for ${format.day(notice.scoreDate)} has started.`;
    case 'cancelled':
      return `The run for ${format.day(notice.scoreDate)} is cancelled. Published scores stay.`;
    case 'resumed':
      return notice.restartedBecause === null
        ? `The run for ${format.day(notice.scoreDate)} goes on with ${notice.from}.`
        : `The run for ${format.day(notice.scoreDate)} begins again. ${notice.restartedBecause}`;
    case 'published': {
      const { kind, published } = notice.model;
      return published
        ? `The ${kindName(kind).toLowerCase()} model is published. It is asked from the next run on.`
        : 'Another model was published in the meantime.';
    }
    case 'refreshing':
      return `${format.count(notice.extracts)} ${notice.extracts === 1 ? 'extract is' : 'extracts are'} being refreshed.`;
    case 'refused':
      return notice.trouble.detail ?? 'The service did not take it. Try again in a moment.';
  }
}
