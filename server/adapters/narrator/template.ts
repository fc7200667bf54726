import { writeBrief } from '../../domain/narration/brief.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Narrator } from '../../ports/narrator.ts';

/** Writes by rules alone. */
export function createTemplateNarrator({ clock }: { readonly clock: Clock }): Narrator {
  return {
    narrate: ({ brief }) =>
      Promise.resolve({
        sentences: writeBrief(brief),
        source: 'template',
        model: null,
        why: brief.kind === 'fan' ? 'about_a_fan' : 'not_set_up',
        writtenAt: clock.now(),
      }),
  };
}
