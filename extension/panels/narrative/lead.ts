const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The first sentence of a text, and all others. */
export function leadOf(text: string): readonly [string, string] {
  const [first] = SENTENCES.segment(text);
  const lead = first?.segment ?? '';
  return [lead, text.slice(lead.length)];
}
