import { PANELS } from '../../../server/domain/panels.ts';
import { checkManifest } from '../trex/check-manifest.ts';
import type { SourceTree } from './source-tree.ts';

/** Every panel has a manifest that Tableau takes, with an id and an address that no other has. */
export function checkTrex(tree: SourceTree): string[] {
  const files = PANELS.map((panel) => ({ panel, text: tree.get(`trex/${panel}.trex`) ?? '' }));
  const wrong = files.flatMap(({ panel, text }) =>
    text === ''
      ? [`trex/${panel}.trex is missing`]
      : checkManifest(text).map((problem) => `trex/${panel}.trex: ${problem}`),
  );
  const ids = files.map(({ text }) => /<dashboard-extension id="([^"]*)"/.exec(text)?.[1]);
  const urls = files.map(({ text }) => /<url>([^<]*)</.exec(text)?.[1]);
  const places = files.filter(({ panel }, index) => !urls[index]?.endsWith(`/extension/${panel}`));
  return [
    ...wrong,
    ...(new Set(ids).size === files.length ? [] : ['two manifests have one id']),
    ...(new Set(urls).size === files.length ? [] : ['two manifests have one address']),
    ...places.map(({ panel }) => `trex/${panel}.trex does not lead to its panel`),
  ];
}
