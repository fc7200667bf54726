import type { JSX } from 'preact';
import type { ExtractList as Extracts } from '../../../server/contract/index.ts';
import type { AnsweredProps } from './answered.tsx';
import { extractWords } from './extract-words.ts';
import { Mark } from './mark.tsx';

/** The extracts in one line, for panels too small for the list. */
export function ExtractSummary({ extracts }: { readonly extracts: Extracts }): JSX.Element | null {
  const { items } = extracts;
  if (items.length === 0) return null;
  const count = (...statuses: readonly string[]) =>
    items.filter(({ last_job }) => last_job !== null && statuses.includes(last_job.status)).length;
  const failed = count('failed', 'timed_out', 'cancelled');
  const running = count('queued', 'running');
  return (
    <p class="ops-summary">
      <b>Extracts</b> <span>{count('succeeded')} fresh</span>
      {running === 0 ? null : <span>{running} running</span>}
      {failed === 0 ? null : (
        <span class="ops-text-bad">
          <Mark tone="bad" />
          {failed} failed
        </span>
      )}
    </p>
  );
}

/** Every extract with its last refresh, and a way to have it again. */
export function ExtractList(props: AnsweredProps & { readonly extracts: Extracts }): JSX.Element {
  const { extracts, model, format } = props;
  return (
    <section class="ops-list ops-extracts" aria-label="Extracts">
      <h2>Extracts</h2>
      {extracts.not_configured_because === null ? null : (
        <p class="quiet">No extracts are set up. {extracts.not_configured_because}</p>
      )}
      <ul>
        {extracts.items.map((item) => {
          const { tone, words } = extractWords(item, format);
          const error = item.last_job?.error ?? null;
          return (
            <li key={`${item.kind}:${item.name}`}>
              <Mark tone={tone} />
              <span class="ops-name">
                {item.name}
                {error === null || tone !== 'bad' ? null : <small>{error}</small>}
              </span>
              <span class={tone === 'bad' ? 'ops-value ops-text-bad' : 'ops-value'}>{words}</span>
              {tone === 'running' ? null : (
                <button
                  type="button"
                  class="icon-button"
                  aria-label={`Refresh ${item.name}`}
                  title="Refresh"
                  disabled={model.ordering.value}
                  onClick={() => model.refresh([`${item.kind}:${item.name}`])}
                >
                  <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
                    <path d="M13 8a5 5 0 1 1-1.5-3.5M13 2.5v3h-3" />
                  </svg>
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
