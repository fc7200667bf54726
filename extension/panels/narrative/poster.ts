import type { InsightItem, Narrative } from '../../../server/contract/index.ts';
import { type Brush, paintPicture, writer } from '../../chart/picture.ts';
import type { Format } from '../../ui/format.ts';
import { authorInWords, capitalised } from './words.ts';

export interface NarrativePoster {
  readonly narrative: Narrative;
  readonly insights: readonly InsightItem[];
}

const WIDTH = 760;
const EDGE = 24;
const LINE = 24;
const CARD = 44;
const MOST_CARDS = 4;
/** Characters of 16 px type on a line; a line that is longer would leave the picture. */
const MOST_CHARACTERS = 88;

function linesOf(text: string): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line.length + word.length + 1 > MOST_CHARACTERS) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}

/** The text and the first insights as a PNG, in the colours they have on the page. */
export function paintPoster(
  page: Window,
  { narrative, insights }: NarrativePoster,
  format: Format,
): Promise<Blob> {
  const lines = linesOf(narrative.text);
  const cards = insights.slice(0, MOST_CARDS);
  const height = 64 + lines.length * LINE + cards.length * CARD + 40;
  return paintPicture(page, { width: WIDTH, height }, (brush: Brush, color) => {
    const words = writer(brush, color);
    words('Summary', { x: EDGE, y: 34, size: 14, weight: 600 });
    const department = capitalised(narrative.department ?? '');
    words(department, { x: WIDTH - EDGE, y: 34, size: 13, ink: 'ink-3', align: 'right' });
    let y = 66;
    for (const line of lines) {
      words(line, { x: EDGE, y, size: 16 });
      y += LINE;
    }
    for (const { insight_type, title } of cards) {
      words(capitalised(insight_type), { x: EDGE, y: y + 6, size: 11, ink: 'ink-3' });
      words(title, { x: EDGE, y: y + 22, size: 13, weight: 600 });
      y += CARD;
    }
    const { who, how, more } = authorInWords(narrative, format);
    const { meta } = narrative;
    const footer = `${who}${how} · ${more} · Data to ${format.day(meta.data_as_of ?? meta.score_date)}`;
    words(footer, { x: EDGE, y: height - 16, size: 11, ink: 'ink-3' });
  });
}
