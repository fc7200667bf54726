import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { manifestAddressProblem, manifestFor } from '../../server/domain/manifest.ts';
import { PANELS } from '../../server/domain/panels.ts';
import { checkManifest } from '../support/trex/check-manifest.ts';
import { checkTrex } from '../support/verify/check-trex.ts';

const PERMISSION = '<permissions><permission>full data</permission></permissions>';
const LONG = 'x'.repeat(1001);
const ONE_PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const templates = new Map(
  PANELS.map((panel) => [`trex/${panel}.trex`, readFileSync(`trex/${panel}.trex`, 'utf8')]),
);
const rings = templates.get('trex/score-rings.trex') ?? '';

describe('the manifests', () => {
  it('are taken by Tableau, each with its own id and address', () => {
    expect(checkTrex(templates)).toEqual([]);
  });

  it.each(['https://scores.example.org', 'https://a.example:8443/wonder', 'http://localhost:8787'])(
    'are taken with %s in them',
    (address) => {
      for (const [path, template] of templates) {
        const written = manifestFor(template, address);
        expect(checkManifest(written), path).toEqual([]);
        expect(written).toContain(`<url>${address}/extension/`);
      }
    },
  );

  it('hold an address as text, whatever is in it', () => {
    const written = manifestFor(rings, 'https://a.example/x&y$&');
    expect(checkManifest(written)).toEqual([]);
    expect(written).toContain('<url>https://a.example/x&amp;y$&amp;/extension/score-rings</url>');
  });
});

describe('an address of panels', () => {
  it.each([
    'http://127.0.0.1:8787',
    'http://scores.example.org',
    'http://localhost.example.org',
    'ftp://scores.example.org',
    'scores.example.org',
    'https://scores.example.org?x=1',
    'https://user@scores.example.org',
    `https://scores.example.org/${'x'.repeat(2084)}`,
  ])('is not %s', (address) => expect(manifestAddressProblem(address)).toBeDefined());

  it.each(['https://scores.example.org', 'http://localhost', 'HTTP://LOCALHOST:8787/x'])(
    'is %s',
    (address) => expect(manifestAddressProblem(address)).toBeUndefined(),
  );
});

describe('the checker finds', () => {
  it.each([
    ['broken XML', ['</manifest>', ''], /is not XML/],
    ['another version', ['manifest-version="0.1"', 'manifest-version="1.0"'], /manifest-version/],
    ['an id that is no domain', [/id="com[^"]*"/, 'id="rings"'], /reverse domain/],
    ['http', ['<url>https:', '<url>http:'], /neither https nor/],
    ['an IP address', [/<url>[^<]*/, '<url>http://127.0.0.1:8787/x'], /neither https nor/],
    ['a permission', ['<context-menu>', `${PERMISSION}<context-menu>`], /permission/],
    ['a wrong order', [/(<icon>.*<\/icon>)([\s\S]*)(<\/dashboard-ext)/, '$2$1$3'], /order/],
    ['no icon', [/<icon>.*<\/icon>/, ''], /icon/],
    ['an icon of another size', [/<icon>.*<\/icon>/, `<icon>${ONE_PIXEL}</icon>`], /1 x 1/],
    ['an old library', ['>1.10<', '>1.4<'], /min-api-version/],
    ['a website without https', ['website="https:', 'website="http:'], /website/],
    ['a missing translation', [/<text locale="en_US">.*<\/text>/, ''], /no text in en_US/],
    ['an unknown locale', ['locale="de_DE"', 'locale="de_XX"'], /no locale de_XX/],
    ['a long text', ['<text locale="en_US">', `<text locale="en_US">${LONG}`], /too long/],
  ] as const)('%s', (_what, [from, to], problem) => {
    expect(checkManifest(rings.replace(from, to)).join('\n')).toMatch(problem);
  });

  it('an id or an address that two panels share', () => {
    const twice = new Map(templates).set('trex/churn.trex', rings);
    expect(checkTrex(twice)).toEqual([
      'two manifests have one id',
      'two manifests have one address',
      'trex/churn.trex does not lead to its panel',
    ]);
  });
});
