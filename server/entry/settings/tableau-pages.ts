import { readOutsideAddress } from './outside-address.ts';
import type { SettingReader } from './setting-reader.ts';

/** What the panel pages need to know about the Tableau they are shown in. */
export interface TableauPages {
  /** Origins that may frame the panels, as CSP sources. */
  readonly frameAncestors: readonly string[];
  /** Where the Extensions library is; undefined: a copy in DATA_DIR, if there is one. */
  readonly extensionsJs: string | undefined;
}

/** An origin, or all hosts below a name; a bare `*` would let every page frame the panels. */
const SOURCE =
  /^(https:\/\/(\*\.)?|http:\/\/(?=(localhost|127\.0\.0\.1)(:|$)))[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/;

function readFrameAncestors(settings: SettingReader): readonly string[] {
  const sources = (settings.text('TABLEAU_FRAME_ANCESTORS') ?? '')
    .split(/[\s,]+/)
    .filter((source) => source !== '')
    .map((source) => source.toLowerCase().replace(/\/$/, ''));
  if (!sources.every((source) => SOURCE.test(source))) {
    settings.refuse(
      'TABLEAU_FRAME_ANCESTORS',
      'names something that is no origin',
      'origins such as https://tableau.example.edu or https://*.online.tableau.com, by comma',
    );
  }
  return sources;
}

/** TABLEAU_FRAME_ANCESTORS and TABLEAU_EXTENSIONS_JS. */
export function readTableauPages(settings: SettingReader): TableauPages {
  return {
    frameAncestors: readFrameAncestors(settings),
    extensionsJs: readOutsideAddress(settings, 'TABLEAU_EXTENSIONS_JS')?.href,
  };
}
