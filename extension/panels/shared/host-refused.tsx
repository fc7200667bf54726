import type { JSX } from 'preact';
import type { HostErrorCode } from '../../host/host-error.ts';
import { Frame } from '../../ui/frame.tsx';
import { Message } from '../../ui/message.tsx';
import type { Words } from '../../ui/trouble-words.ts';

export interface HostRefusedProps {
  readonly title: string;
  readonly because: HostErrorCode;
  readonly onRetry: () => void;
  readonly onAlone: () => void;
}

/** There is a dashboard around the panel, and it does not answer: never a panel that loads for ever. */
export function HostRefused({ title, because, onRetry, onAlone }: HostRefusedProps): JSX.Element {
  const words = WORDS[because] ?? REFUSED;
  return (
    <Frame
      title={title}
      context={null}
      busy={false}
      news={`${words.title}. ${words.text}`}
      footer={<span>Nothing is shown, because nobody says what is filtered</span>}
    >
      <Message
        title={words.title}
        actions={
          <>
            <button type="button" class="button button-main" onClick={onRetry}>
              Try again
            </button>
            <button type="button" class="button" onClick={onAlone}>
              Show without the dashboard
            </button>
          </>
        }
      >
        {words.text}
      </Message>
    </Frame>
  );
}

const REFUSED: Words = {
  title: 'The dashboard did not let the panel in',
  text: 'Open it in Tableau as an extension. If it is one, ask an administrator to allow this address.',
};

const WORDS: Partial<Record<HostErrorCode, Words>> = {
  too_slow: {
    title: 'The dashboard did not answer',
    text: 'Open this panel in Tableau. If it is there, reload the dashboard.',
  },
  unavailable: {
    title: 'Tableau’s library did not load',
    text: 'An administrator sets TABLEAU_EXTENSIONS_JS, or puts a copy of the library into DATA_DIR.',
  },
};
