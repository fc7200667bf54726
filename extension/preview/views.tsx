import type { JSX } from 'preact';
import type { PreviewContext } from './context.ts';
import { DASHBOARD, PANELS } from './panels.ts';

/** The whole dashboard, or one panel large. */
export function Views({ view }: PreviewContext): JSX.Element {
  const choices = [{ stem: DASHBOARD, title: 'Dashboard' }, ...PANELS];
  return (
    <nav class="views" aria-label="Views">
      {choices.map(({ stem, title }) => (
        <button
          key={stem}
          type="button"
          class="view"
          aria-current={view.value === stem ? 'page' : undefined}
          onClick={() => {
            view.value = stem;
          }}
        >
          {title}
        </button>
      ))}
    </nav>
  );
}
