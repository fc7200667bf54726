import type { JSX } from 'preact';
import { backwardInWords } from './backward-words.ts';
import type { BodyProps } from './body.tsx';

/** Looking back: what became of those who were flagged then. */
export function Looking({ data, format }: BodyProps): JSX.Element {
  const back = backwardInWords(data, format);
  if (typeof back === 'string') {
    return (
      <section class="back-part" aria-label="Looking back">
        <p>{back}</p>
      </section>
    );
  }
  const { text, flagged, lapsed } = back;
  const others = data.backward.others_lapsed_share;
  const stayed = flagged - lapsed;
  return (
    <section class="back-part" aria-label="Looking back">
      <p>{text}</p>
      <div
        class="back-bar"
        role="img"
        aria-label={`${format.count(lapsed)} lapsed, ${format.count(stayed)} stayed`}
      >
        <i class="back-lapsed" style={{ flexGrow: lapsed }} />
        <i class="back-stayed" style={{ flexGrow: stayed }} />
      </div>
      <p class="caption">
        {format.count(lapsed)} lapsed, {format.count(stayed)} stayed.
        {others === null ? '' : ` Of all who were not flagged, ${format.share(others)} lapsed.`}
      </p>
    </section>
  );
}
