import type { JSX, RefObject } from 'preact';
import { useFocusBack, useFocusFirst } from '../../ui/focus.ts';
import type { AnsweredProps } from './answered.tsx';
import type { Headline } from './headline-words.ts';
import { Mark } from './mark.tsx';

export interface HeadProps extends AnsweredProps {
  readonly headline: Headline;
  /** What became of the last order. */
  readonly notice: string | null;
}

/** The one thing to know, and what can be done. */
export function Head(props: HeadProps): JSX.Element {
  const { headline, notice, model, shown } = props;
  const { extracts } = shown.data;
  const isRefused = model.notice.value?.kind === 'refused';
  const start = useFocusBack<HTMLButtonElement>(model.choosing.value);
  return (
    <div class="ops-head">
      <div class="ops-said">
        <p class={`ops-headline ops-headline-${headline.tone}`}>
          {headline.tone === 'bad' ? <Mark tone="bad" /> : null}
          <b>{headline.lead}</b> {headline.rest}
        </p>
        <p class="ops-lead">{headline.lead}</p>
        {notice === null ? null : (
          <p class={isRefused ? 'ops-notice ops-bad' : 'ops-notice'}>{notice}</p>
        )}
      </div>
      {extracts === null ? null : (
        <div class="ops-actions">
          {extracts.items.length === 0 ? null : (
            <button
              type="button"
              class="button ops-refresh"
              disabled={model.ordering.value}
              onClick={() => model.refresh(null)}
            >
              Refresh extracts
            </button>
          )}
          {model.choosing.value ? (
            <StartForm {...props} />
          ) : (
            <StartButton {...props} button={start} />
          )}
        </div>
      )}
    </div>
  );
}

type StartProps = AnsweredProps & { readonly button: RefObject<HTMLButtonElement | null> };

function StartButton({ model, button }: StartProps): JSX.Element {
  const isBusy = model.live.value !== null || model.ordering.value;
  return (
    <button
      type="button"
      class="button button-main"
      ref={button}
      // A disabled button would lose the focus that has just come back to it.
      aria-disabled={isBusy}
      onClick={() => {
        if (!isBusy) model.choosing.value = true;
      }}
    >
      Start run
    </button>
  );
}

function StartForm({ model, shown }: AnsweredProps): JSX.Element {
  const last = shown.data.operations.last_complete_day;
  const first = useFocusFirst<HTMLInputElement>();
  const submit = (event: Event & { readonly currentTarget: HTMLFormElement }): void => {
    event.preventDefault();
    const day = new FormData(event.currentTarget).get('day');
    model.start(typeof day === 'string' && day !== '' ? day : null);
  };
  return (
    <form
      class="ops-start"
      onSubmit={submit}
      onKeyDown={({ key }) => {
        if (key === 'Escape') model.choosing.value = false;
      }}
    >
      <label>
        <span>Day to score</span>
        <input type="date" name="day" value={last} max={last} required ref={first} />
      </label>
      <button type="submit" class="button button-main" disabled={model.ordering.value}>
        {model.ordering.value ? 'Starting…' : 'Start'}
      </button>
      <button
        type="button"
        class="button"
        onClick={() => {
          model.choosing.value = false;
        }}
      >
        Cancel
      </button>
    </form>
  );
}
