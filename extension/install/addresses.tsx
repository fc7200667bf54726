import type { JSX } from 'preact';
import type { Install } from '../../server/contract/index.ts';
import { Icon } from '../ui/icon.tsx';
import { PANEL_WORDS } from './panel-words.ts';

export interface AddressesProps {
  readonly install: Install;
  readonly copied: string | null;
  readonly onCopy: (text: string) => void;
}

/** The addresses for Tableau's safe list, with the manifest of each. */
export function Addresses({ install, copied, onCopy }: AddressesProps): JSX.Element {
  return (
    <ul class="addresses">
      {install.panels.map(({ panel, url, manifest }) => {
        const { name, about } = PANEL_WORDS[panel];
        return (
          <li key={panel} class="address">
            <div class="address-words">
              <h3>{name}</h3>
              <p>{about}</p>
            </div>
            <code class="address-url">{url}</code>
            <div class="address-actions">
              <button type="button" class="button" onClick={() => onCopy(url)}>
                {copied === url ? <Icon name="check" /> : null}
                {copied === url ? 'Copied' : 'Copy'}
                <span class="unseen"> the address of {name}</span>
              </button>
              {install.address_problem === null ? (
                <a class="button" href={manifest} download>
                  <Icon name="download" />
                  .trex<span class="unseen"> of {name}</span>
                </a>
              ) : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
