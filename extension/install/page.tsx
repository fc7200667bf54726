import type { JSX } from 'preact';
import type { Install } from '../../server/contract/index.ts';
import type { LoadState } from '../models/loader.ts';
import { troubleWords } from '../ui/trouble-words.ts';
import { Addresses } from './addresses.tsx';
import { AddSteps, AllowSteps, Troubles } from './guide.tsx';
import { Readiness } from './readiness.tsx';

export interface InstallPageProps {
  readonly state: LoadState<Install>;
  /** What was copied a moment ago. */
  readonly copied: string | null;
  readonly onCopy: (text: string) => void;
  readonly onRetry: () => void;
}

/** For whoever runs a Tableau: what to allow there, and what is missing here. */
export function InstallPage(props: InstallPageProps): JSX.Element {
  return (
    <div class="install">
      <header class="top">
        <i class="brand-mark" aria-hidden="true" />
        <span class="brand-name">Wonder Portal</span>
        <nav aria-label="Pages">
          <a href="/preview">Preview</a>
          <a href="/docs">API</a>
        </nav>
      </header>
      <main>
        <h1>Add the panels to Tableau</h1>
        <p class="lead">
          Five panels, each an extension with an address of its own. They run on this service, read
          summary data of the dashboard, and save nothing for a viewer.
        </p>
        <Body {...props} />
      </main>
    </div>
  );
}

function Body({ state, copied, onCopy, onRetry }: InstallPageProps): JSX.Element {
  if (state.kind === 'loading') return <p class="waiting">Asking the service for its addresses</p>;
  if (state.kind !== 'ready') {
    const kind = state.kind === 'failed' ? state.trouble.kind : 'signed_out';
    const { title, text } = troubleWords(kind, 'Addresses');
    return (
      <div class="failed" role="alert">
        <h2>{title}</h2>
        <p>{text}</p>
        <button type="button" class="button button-main" onClick={onRetry}>
          Try again
        </button>
      </div>
    );
  }
  const install = state.data;
  return (
    <>
      <section aria-labelledby="ready">
        <h2 id="ready">Before you start</h2>
        <p class="said">
          What this service needs first. Names in capitals are its settings: whoever runs it sets
          them and restarts it.
        </p>
        <Readiness install={install} />
      </section>
      <section aria-labelledby="allow">
        <h2 id="allow">Allow them on the site</h2>
        <AllowSteps />
        <div class="addresses-head">
          <h3>Addresses for the safe list</h3>
          <button type="button" class="link-button" onClick={() => onCopy(allOf(install))}>
            {copied === allOf(install) ? 'All copied' : 'Copy all'}
          </button>
        </div>
        <Addresses install={install} copied={copied} onCopy={onCopy} />
        {install.address_problem === null ? null : (
          <p class="said">
            The .trex files come with the address in them: they are here once Tableau takes it.
          </p>
        )}
        <p class="unseen" role="status">
          {copied === null ? '' : 'Copied'}
        </p>
      </section>
      <section aria-labelledby="add">
        <h2 id="add">Add one to a dashboard</h2>
        <AddSteps />
      </section>
      <section aria-labelledby="trouble">
        <h2 id="trouble">When a panel does not show</h2>
        <Troubles />
      </section>
    </>
  );
}

function allOf({ panels }: Install): string {
  return panels.map(({ url }) => url).join('\n');
}
