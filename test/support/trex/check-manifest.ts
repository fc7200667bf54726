import { checkIcon } from './check-icon.ts';
import { type Element, readXml } from './xml.ts';

/** Children of a dashboard extension, in the only order that Tableau's schema takes. */
const ORDER = [
  'default-locale',
  'name',
  'description',
  'author',
  'min-api-version',
  'source-location',
  'icon',
  'permissions',
  'context-menu',
];
const REQUIRED = ORDER.slice(0, 7);
const NAMESPACE = 'http://www.tableau.com/xml/extension_manifest';
const URL_PATTERN = /^(https:\/\/.+|http:\/\/localhost|http:\/\/localhost[:/].*)$/i;
const LOCALES = 'de_DE en_GB en_US es_ES fr_FR it_IT ja_JP ko_KR pt_BR zh_CN zh_TW'.split(' ');
const LONGEST_TEXT = 1000;
const LONGEST_URL = 2084;
/** The release with paged summary data, without which a panel cannot read a worksheet. */
const LEAST_API = [1, 10] as const;

/**
 * What Tableau would refuse in a manifest, and what it would take and we do not want. There is no public schema:
 * these are the rules of the documentation and of the published samples.
 */
export function checkManifest(text: string): string[] {
  const root = readXml(text);
  if (typeof root === 'string') return [`is not XML: ${root}`];
  const extensions = root.children.filter(({ name }) => name === 'dashboard-extension');
  const [extension] = extensions;
  const wrong = [
    ...unless(root.name === 'manifest', 'the root is not <manifest>'),
    ...unless(root.attributes['manifest-version'] === '0.1', 'manifest-version is not 0.1'),
    ...unless(root.attributes.xmlns === NAMESPACE, 'the namespace is not that of manifests'),
    ...unless(extensions.length === 1, 'there is not one <dashboard-extension>'),
    ...unless(
      root.children.map(({ name }) => name).join() === 'dashboard-extension,resources',
      'what is in <manifest> is not the extension and then its resources',
    ),
  ];
  if (extension === undefined) return wrong;
  return [...wrong, ...checkExtension(extension), ...checkTexts(root, extension)];
}

function checkExtension(extension: Element): string[] {
  const { id = '', 'extension-version': version = '' } = extension.attributes;
  const names = extension.children.map(({ name }) => name);
  const inOrder = ORDER.filter((name) => names.includes(name));
  const child = (name: string) => extension.children.find((each) => each.name === name);
  const url = child('source-location')?.children.find(({ name }) => name === 'url')?.text ?? '';
  const author = child('author')?.attributes ?? {};
  return [
    ...unless(/^[a-z][a-z0-9]*(\.[a-z][a-z0-9]*){2,}$/.test(id), 'id is no reverse domain'),
    ...unless(/^\d+\.\d+\.\d+$/.test(version), 'extension-version is not like 0.1.0'),
    ...unless(names.join() === inOrder.join(), `children are not in the order ${ORDER.join(', ')}`),
    ...REQUIRED.filter((name) => !names.includes(name)).map((name) => `<${name}> is missing`),
    ...unless(!names.includes('permissions'), 'asks for a permission; summary data need none'),
    ...unless(isRecent(child('min-api-version')?.text ?? ''), 'min-api-version is below 1.10'),
    ...unless(URL_PATTERN.test(url), 'the address is neither https nor http://localhost'),
    ...unless(url.length <= LONGEST_URL, 'the address is too long'),
    ...unless((author.name ?? '') !== '', 'the author has no name'),
    ...unless(/^https:\/\/.+/.test(author.website ?? ''), 'the author’s website is not https'),
    ...unless(
      child('context-menu')?.children[0]?.name === 'configure-context-menu-item',
      'the menu has no Configure',
    ),
    ...checkIcon(child('icon')?.text ?? ''),
  ];
}

function isRecent(version: string): boolean {
  const [major, minor] = version.split('.').map(Number);
  return major === LEAST_API[0] && minor !== undefined && minor >= LEAST_API[1];
}

/** Name and description, written out or as resources with a text for the default locale. */
function checkTexts(root: Element, extension: Element): string[] {
  const resources = root.children.find(({ name }) => name === 'resources')?.children ?? [];
  const locale = extension.children.find(({ name }) => name === 'default-locale')?.text ?? '';
  const texts = resources.flatMap(({ children }) => children);
  return [
    ...unless(LOCALES.includes(locale), `Tableau has no locale ${locale}`),
    ...texts
      .filter(({ attributes }) => !LOCALES.includes(attributes.locale ?? ''))
      .map(({ attributes }) => `Tableau has no locale ${attributes.locale}`),
    ...unless(
      texts.every(({ text }) => text.length <= LONGEST_TEXT),
      'a text is too long',
    ),
    ...unless(
      texts.every(({ text }) => text !== ''),
      'a text is empty',
    ),
    ...extension.children.flatMap(({ attributes: { 'resource-id': id } }) => {
      if (id === undefined) return [];
      const resource = resources.find(({ attributes }) => attributes.id === id);
      const isThere = resource?.children.some(({ attributes }) => attributes.locale === locale);
      return unless(isThere === true, `resource ${id} has no text in ${locale}`);
    }),
  ];
}

function unless(isRight: boolean, problem: string): string[] {
  return isRight ? [] : [problem];
}
