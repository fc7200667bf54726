import type { SegmentList } from '../../../server/contract/index.ts';
import { type Brush, type Color, paintPicture, writer } from '../../chart/picture.ts';
import type { Format } from '../../ui/format.ts';

const WIDTH = 560;
const EDGE = 24;
const ROW = 36;
const TOP = 72;

/** The segments as a PNG, in the colours they have on the page. */
export function paintPoster(page: Window, data: SegmentList, format: Format): Promise<Blob> {
  const height = TOP + data.items.length * ROW + 56;
  return paintPicture(page, { width: WIDTH, height }, (brush, color) => {
    const words = writer(brush, color);
    words('Segments', { x: EDGE, y: 36, size: 14, weight: 600 });
    const members = `${format.count(data.fans)} members`;
    words(members, { x: WIDTH - EDGE, y: 36, size: 13, ink: 'ink-3', align: 'right' });
    for (const [index, item] of data.items.entries()) {
      drawRow(brush, { item, y: TOP + index * ROW, format }, color);
    }
    const { meta } = data;
    const footer = `Data to ${format.day(meta.data_as_of ?? meta.score_date)} · Scored ${format.moment(meta.calculated_at)}`;
    words(footer, { x: EDGE, y: height - 24, size: 11, ink: 'ink-3' });
  });
}

interface Row {
  readonly item: SegmentList['items'][number];
  readonly y: number;
  readonly format: Format;
}

function drawRow(brush: Brush, { item, y, format }: Row, color: Color): void {
  const words = writer(brush, color);
  const { label, rule, fans, share, change } = item;
  brush.fillStyle = color('line');
  brush.fillRect(EDGE, y - 8, WIDTH - 2 * EDGE, 1);
  words(label, { x: EDGE, y: y + 14, size: 13, weight: 500 });
  words(rule, { x: 150, y: y + 14, size: 12, ink: 'ink-3' });
  words(format.count(fans), { x: 380, y: y + 14, size: 13, weight: 600, align: 'right' });
  const part = share === null ? '' : format.share(share);
  words(part, { x: 450, y: y + 14, size: 12, ink: 'ink-3', align: 'right' });
  if (change === null || change === 0) return;
  const moved = `${change > 0 ? 'Up' : 'Down'} ${format.count(Math.abs(change))}`;
  words(moved, { x: WIDTH - EDGE, y: y + 14, size: 12, ink: 'ink-2', align: 'right' });
}
