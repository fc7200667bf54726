import { histogram } from '../../chart/histogram-geometry.ts';
import { type Brush, type Color, paintPicture, writer } from '../../chart/picture.ts';
import type { ChurnData } from '../../models/churn.ts';
import type { Format } from '../../ui/format.ts';
import { backwardInWords } from './backward-words.ts';
import { binsOf, drawnParts } from './bins.ts';
import { qualityInWords } from './words.ts';

export interface ChurnPoster {
  readonly data: ChurnData;
  /** Whom it is about. */
  readonly about: string;
}

const WIDTH = 760;
const HEIGHT = 440;
const EDGE = 24;
const PLOT = { x: EDGE, y: 176, width: 420, height: 150 } as const;

/** The panel as a PNG, in the colours it has on the page. */
export function paintPoster(page: Window, poster: ChurnPoster, format: Format): Promise<Blob> {
  return paintPicture(page, { width: WIDTH, height: HEIGHT }, (brush, color) => {
    const { data, about } = poster;
    const words = writer(brush, color);
    words('Churn', { x: EDGE, y: 36, size: 14, weight: 600 });
    words(about, { x: WIDTH - EDGE, y: 36, size: 13, ink: 'ink-3', align: 'right' });
    for (const [index, [name, value]] of figuresOf(data, format).entries()) {
      const x = EDGE + index * ((WIDTH - 2 * EDGE) / 4);
      words(name, { x, y: 72, size: 12, ink: 'ink-3' });
      words(value, { x, y: 104, size: 26, weight: 600 });
    }
    drawBars(brush, { data, format }, color);
    drawDrivers(brush, { data, format }, color);
    const back = backwardInWords(data, format);
    words(qualityInWords(data, format).lead, { x: EDGE, y: 376, size: 12, weight: 600 });
    words(typeof back === 'string' ? back : back.text, { x: EDGE, y: 396, size: 12, ink: 'ink-2' });
    const { meta } = data;
    const footer = `Data to ${format.day(meta.data_as_of ?? meta.score_date)} · Scored ${format.moment(meta.calculated_at)}`;
    words(footer, { x: EDGE, y: HEIGHT - 20, size: 11, ink: 'ink-3' });
  });
}

function figuresOf(data: ChurnData, format: Format): readonly (readonly [string, string])[] {
  const count = (fans: number | null): string => (fans === null ? '–' : format.count(fans));
  const { value } = data.value_at_risk;
  return [
    ['At risk', count(data.at_risk.fans)],
    ['Elite at risk', count(data.elite_at_risk.fans)],
    ['Value at risk', value === null ? '–' : format.money(value)],
    ['Can be contacted', count(data.contactable.fans)],
  ];
}

function drawBars(brush: Brush, { data, format }: Drawn, color: Color): void {
  const words = writer(brush, color);
  words('Members by churn risk', { x: PLOT.x, y: 146, size: 12, weight: 600 });
  for (const [index, { key, name }] of drawnParts(binsOf(data)).entries()) {
    const x = PLOT.x + index * 74;
    brush.fillStyle = color(`tier-${key}`);
    brush.fillRect(x, 156, 8, 8);
    words(name, { x: x + 12, y: 164, size: 11, ink: 'ink-2' });
  }
  const { bars } = histogram(binsOf(data), PLOT);
  for (const bar of bars) {
    brush.fillStyle = color(`tier-${bar.key}`);
    brush.fillRect(PLOT.x + bar.x, PLOT.y + bar.y, bar.width, Math.max(bar.height - 1, 0.5));
  }
  brush.fillStyle = color('line-strong');
  brush.fillRect(PLOT.x, PLOT.y + PLOT.height, PLOT.width, 1);
  for (const edge of [0, ...format.thresholds.risk, 100]) {
    const x = PLOT.x + (edge / 100) * PLOT.width;
    words(String(edge), {
      x,
      y: PLOT.y + PLOT.height + 16,
      size: 11,
      ink: 'ink-3',
      align: 'center',
    });
  }
}

interface Drawn {
  readonly data: ChurnData;
  readonly format: Format;
}

function drawDrivers(brush: Brush, { data, format }: Drawn, color: Color): void {
  const words = writer(brush, color);
  const x = PLOT.x + PLOT.width + 40;
  const across = WIDTH - EDGE - x;
  words('What drives risk here', { x, y: 146, size: 12, weight: 600 });
  const drivers = data.drivers.filter((driver) => driver.points > 0).slice(0, 5);
  const most = Math.max(...drivers.map((driver) => driver.share), 0.01);
  for (const [index, { label, share }] of drivers.entries()) {
    const y = 172 + index * 34;
    words(label, { x, y, size: 12 });
    words(format.weight(share), { x: WIDTH - EDGE, y, size: 12, align: 'right' });
    brush.fillStyle = color('data');
    brush.fillRect(x, y + 6, (share / most) * across, 6);
  }
}
