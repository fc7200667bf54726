import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Narrative } from '../../../server/contract/index.ts';
import type { Format } from '../../ui/format.ts';
import { factInWords } from './evidence-words.ts';

export interface FactFigureProps {
  readonly fact: Narrative['facts'][number];
  /** As the sentence writes it. */
  readonly text: string;
  readonly narrative: Narrative;
  readonly format: Format;
}

const EDGE = 8;
const GAP = 6;

/** Puts a tip below its figure, or above where there is more room, and never past the panel's edge. */
function place(tip: HTMLElement, figure: HTMLElement): void {
  const panel = figure.closest('.panel');
  if (panel === null) return;
  const [room, at] = [panel.getBoundingClientRect(), figure.getBoundingClientRect()];
  const { width, height } = tip.getBoundingClientRect();
  const below = at.bottom + GAP;
  const isAbove = below + height > room.bottom - 2 && at.top - GAP - height >= room.top;
  const top = isAbove ? at.top - GAP - height : Math.min(below, room.bottom - height - 2);
  const left = Math.min(Math.max(at.left, room.left + EDGE), room.right - width - EDGE);
  // What the tip is placed from depends on how the browser contains the panel: so it is measured.
  tip.style.left = '0';
  tip.style.top = '0';
  const from = tip.getBoundingClientRect();
  tip.style.top = `${Math.max(top, room.top) - from.top}px`;
  tip.style.left = `${Math.max(left, room.left) - from.left}px`;
}

/** A figure that shows the fact it is, to those who point at it, press it or come by keyboard. */
export function FactFigure({ fact, text, narrative, format }: FactFigureProps): JSX.Element {
  const id = useId();
  const [shown, setShown] = useState(false);
  const figure = useRef<HTMLButtonElement>(null);
  const tip = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (shown && tip.current !== null && figure.current !== null)
      place(tip.current, figure.current);
  }, [shown]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer may move on to the tip; the button is the control
    <span class="fact" onMouseEnter={() => setShown(true)} onMouseLeave={() => setShown(false)}>
      <button
        type="button"
        class="fact-figure"
        ref={figure}
        aria-describedby={shown ? id : undefined}
        onFocus={() => setShown(true)}
        onBlur={() => setShown(false)}
        onClick={() => setShown(true)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setShown(false);
        }}
      >
        {text}
      </button>
      {shown ? (
        <span class="tip" role="tooltip" id={id} ref={tip}>
          <b>{factInWords(fact)}</b>
          <span class="tip-more">
            {fact.direction === null || narrative.compared_with === null
              ? null
              : `Compared with ${format.day(narrative.compared_with)}. `}
            {`Fact ${fact.id}, run of ${format.day(narrative.meta.score_date)}`}
          </span>
        </span>
      ) : null}
    </span>
  );
}
