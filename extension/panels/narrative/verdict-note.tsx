import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { NarrativeModel, Verdict } from '../../models/narrative.ts';
import { Icon } from '../../ui/icon.tsx';

const KEPT: Readonly<Record<Verdict['verdict'], string>> = {
  useful: 'Kept as useful.',
  wrong: 'Kept as wrong: it stays away until it moves.',
  known: 'Kept as known: it stays away until it moves.',
};

function inWords({ verdict, given }: Verdict): string {
  return given === 'not_undone' ? 'This was not undone. Try again.' : KEPT[verdict];
}

/** What became of a verdict, over the panel's foot, with the way back from one that put an insight away. */
export function VerdictNote({ model }: { readonly model: NarrativeModel }): JSX.Element | null {
  const said = model.verdict.value;
  const note = useRef<HTMLDivElement>(null);
  const isKept = said !== null && said.given !== 'giving' && said.given !== 'failed';
  const isShown = isKept && model.opened.value === null;
  useEffect(() => {
    // The card that had the focus may be gone.
    if (isShown) note.current?.querySelector('button')?.focus();
  }, [isShown]);
  if (said === null || !isShown) return null;
  return (
    <div class="verdict-note" ref={note}>
      <p role="status">{inWords(said)}</p>
      {said.verdict === 'useful' ? null : (
        <button type="button" class="link-button" onClick={model.undo}>
          Undo
        </button>
      )}
      <button type="button" class="icon-button" aria-label="Close" onClick={model.seen}>
        <Icon name="close" />
      </button>
    </div>
  );
}
