import type { JSX } from 'preact';
import type { Install } from '../../server/contract/index.ts';
import { Icon } from '../ui/icon.tsx';

interface Check {
  readonly done: boolean;
  readonly title: string;
  readonly text: JSX.Element;
}

/** What the service itself still lacks before Tableau can show a panel of it. */
export function Readiness({ install }: { readonly install: Install }): JSX.Element {
  return (
    <ul class="checks">
      {checksOf(install).map(({ done, title, text }) => (
        <li key={title} class={done ? 'check check-done' : 'check check-open'}>
          <Icon name={done ? 'check' : 'alert'} />
          <div>
            <h3>
              {title}
              <span class="unseen">{done ? ', done' : ', to do'}</span>
            </h3>
            <p>{text}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function checksOf(install: Install): readonly Check[] {
  return [addressCheck(install), framingCheck(install), libraryCheck(install)];
}

function addressCheck({ address, address_problem: problem }: Install): Check {
  const isLocal = address.startsWith('http:');
  return {
    done: problem === null && !isLocal,
    title: 'An address that Tableau takes',
    text:
      problem === null ? (
        <>
          <code>{address}</code>
          {isLocal ? (
            <>
              {' '}
              works for a Tableau on this machine only. For others, set <code>PUBLIC_URL</code> to
              an https address.
            </>
          ) : null}
        </>
      ) : (
        <>
          <code>{address}</code> cannot be used. {problem} Set <code>PUBLIC_URL</code>.
        </>
      ),
  };
}

function framingCheck({ frame_ancestors: origins }: Install): Check {
  return {
    done: origins.length > 0,
    title: 'Who may frame the panels',
    text:
      origins.length === 0 ? (
        <>
          Nobody yet: browsers would show an empty zone. Set <code>TABLEAU_FRAME_ANCESTORS</code> to
          your Tableau, such as <code>https://tableau.example.edu</code> or{' '}
          <code>https://*.online.tableau.com</code>.
        </>
      ) : (
        <span class="origins">
          {origins.map((origin) => (
            <code key={origin}>{origin}</code>
          ))}
        </span>
      ),
  };
}

function libraryCheck({ library, library_address: from }: Install): Check {
  return {
    done: library !== 'missing',
    title: 'Tableau’s Extensions library',
    text:
      library === 'missing' ? (
        <>
          Missing. Set <code>TABLEAU_EXTENSIONS_JS</code> to its address, or put a copy named{' '}
          <code>tableau.extensions.1.latest.min.js</code> into <code>DATA_DIR</code>. Tableau
          publishes it in the repository tableau/extensions-api, folder lib.
        </>
      ) : library === 'copy' ? (
        <>The copy in DATA_DIR is served from here. No other host is contacted.</>
      ) : (
        <>
          Loaded from <code>{from}</code>.
        </>
      ),
  };
}
