import { XMLParser } from 'fast-xml-parser';
import { partAt } from './answer.ts';

const xml = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

function parseXml(text: string): unknown {
  // Declared entities can grow without bound; the site declares none.
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return undefined;
  const root: unknown = xml.parse(text);
  return partAt(root, 'tsResponse');
}

/** The body by what it looks like, whatever type it claims; undefined where it is nothing of the site's. */
export function parseSiteBody(text: string): unknown {
  const start = text.trimStart();
  try {
    if (start.startsWith('{')) {
      const body: unknown = JSON.parse(start);
      return partAt(body, 'tsResponse') ?? body;
    }
    return start.startsWith('<') ? parseXml(start) : undefined;
  } catch {
    return undefined;
  }
}
