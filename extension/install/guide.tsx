import type { JSX } from 'preact';

/** What to do in Tableau, and what to look at when a zone stays empty. */
export function AllowSteps(): JSX.Element {
  return (
    <ol class="steps">
      <li>
        On Tableau Server or Cloud, open <b>Settings</b>, then <b>Extensions</b>, and let dashboard
        extensions run on the site.
      </li>
      <li>
        Under <b>Enable specific extensions</b> add each address below exactly as it stands, from
        http to the last word.
      </li>
      <li>
        Leave <b>full data access</b> off. The panels read summary data only, and ask for nothing
        else.
      </li>
      <li>
        Hide the user prompt for them, or every viewer is asked before a panel opens. Nothing
        changes for other extensions.
      </li>
    </ol>
  );
}

export function AddSteps(): JSX.Element {
  return (
    <ol class="steps">
      <li>
        Download the <b>.trex</b> file of a panel, in the list above.
      </li>
      <li>
        In a dashboard, drag <b>Extension</b> from Objects onto it and choose{' '}
        <b>Access Local Extensions</b>.
      </li>
      <li>
        In the menu of the zone, <b>Configure…</b> says which worksheet and field mean the fan,
        sport, affiliation and tier. Until then fields are guessed by their names.
      </li>
      <li>Publish the workbook. Viewers need nothing.</li>
    </ol>
  );
}

const TROUBLES = [
  [
    'The zone is empty',
    'The browser refused the frame: TABLEAU_FRAME_ANCESTORS lacks this Tableau.',
  ],
  [
    '“The dashboard did not answer”',
    'The page is open outside a dashboard, or the extension is not allowed on the site.',
  ],
  [
    '“Tableau’s library did not load”',
    'TABLEAU_EXTENSIONS_JS cannot be reached from the browser, or DATA_DIR holds no copy.',
  ],
  [
    'It works in Desktop, not in the browser',
    'A Tableau on https does not load panels from http. Give the service an https address.',
  ],
  [
    'After moving the service',
    'Another address is another extension: allow the new one, and add the panels anew.',
  ],
] as const;

export function Troubles(): JSX.Element {
  return (
    <dl class="troubles">
      {TROUBLES.map(([what, why]) => (
        <div key={what} class="trouble">
          <dt>{what}</dt>
          <dd>{why}</dd>
        </div>
      ))}
    </dl>
  );
}
