import type { JSX } from 'preact';
import type { BodyProps } from './body.tsx';

/** The way to the insights that have no room. */
export function ListButton({
  insights,
  model,
  format,
  lead = '',
}: BodyProps & { readonly lead?: string }): JSX.Element | null {
  const count = insights.length;
  return count === 0 ? null : (
    <button
      type="button"
      class="link-button list-button"
      onClick={() => {
        model.listed.value = true;
      }}
    >
      {lead}
      {count === 1 ? '1 insight' : `${format.count(count)} insights`}
    </button>
  );
}
