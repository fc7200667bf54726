import type { ComponentChildren, JSX } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Narrative } from '../../../server/contract/index.ts';
import type { Format } from '../../ui/format.ts';
import { factInWords, knownOf } from './fact-words.ts';
import { placeBy } from './place-by.ts';

export interface FactFigureProps {
  readonly fact: Narrative['facts'][number];
  /** As the sentence writes it. */
  readonly text: string;
  readonly narrative: Narrative;
  readonly format: Format;
  /** Marks that stay with the figure on its line. */
  readonly children?: ComponentChildren;
}

/** A figure that shows the fact it is, to those who point at it, press it or come by keyboard. */
export function FactFigure(props: FactFigureProps): JSX.Element {
  const { fact, text, narrative, format, children } = props;
  const id = useId();
  const [shown, setShown] = useState(false);
  const figure = useRef<HTMLButtonElement>(null);
  const tip = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (shown && tip.current !== null && figure.current !== null)
      placeBy(tip.current, figure.current);
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
      {children}
      {shown ? (
        <span class="tip" role="tooltip" id={id} ref={tip}>
          <b>{factInWords(fact)}</b>
          <span class="tip-more">{knownOf(fact, narrative, format)}</span>
        </span>
      ) : null}
    </span>
  );
}
