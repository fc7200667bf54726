import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element with its attributes, its elements in their order, and its text. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
});

/** The root element, or what is wrong with the text. */
export function readXml(text: string): Element | string {
  const valid = XMLValidator.validate(text);
  if (valid !== true) return `line ${valid.err.line}: ${valid.err.msg}`;
  const roots = elementsOf(parser.parse(text)).filter(({ name }) => name !== '?xml');
  return roots[0] ?? 'there is no element';
}

function elementsOf(nodes: unknown): Element[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.flatMap((node: Record<string, unknown>) => {
    const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text');
    if (name === undefined) return [];
    const attributes = Object.entries(node[':@'] ?? {}).map(([key, value]) => [key, String(value)]);
    return {
      name,
      attributes: Object.fromEntries(attributes),
      children: elementsOf(node[name]),
      text: textOf(node[name]),
    };
  });
}

function textOf(nodes: unknown): string {
  if (!Array.isArray(nodes)) return '';
  return nodes.map((node) => String(node['#text'] ?? '')).join('');
}
