import type { Run } from '../../../server/contract/index.ts';
import { type Brush, type Color, paintPicture, writer } from '../../chart/picture.ts';
import type { OperationsData } from '../../models/operations.ts';
import type { Format } from '../../ui/format.ts';
import { durationWords, tookOf } from './durations.ts';
import { headlineOf } from './headline-words.ts';
import { resultOf } from './run-result.ts';
import { sourceFreshness, sourceName, sourceTone } from './source-words.ts';

const WIDTH = 920;
const EDGE = 24;
const ROW = 26;
const TOP = 96;
const SQUARE = 8;
const SIDE = { x: 612, width: WIDTH - 612 - EDGE } as const;
const MOST_RUNS = 12;

interface Drawing {
  readonly brush: Brush;
  readonly color: Color;
  readonly format: Format;
}

/** The runs and the sources as a PNG, in the colours they have on the page. */
export function paintPoster(page: Window, data: OperationsData, format: Format): Promise<Blob> {
  const runs = data.runs.slice(0, MOST_RUNS);
  const { sources, published } = data.operations;
  const height = TOP + (Math.max(runs.length, sources.length) + 1) * ROW + 48;
  return paintPicture(page, { width: WIDTH, height }, (brush, color) => {
    const drawing = { brush, color, format };
    const words = writer(brush, color);
    words('Operations', { x: EDGE, y: 36, size: 14, weight: 600 });
    const { lead } = headlineOf(data, format);
    words(lead, { x: EDGE, y: 68, size: 16, weight: 600 });
    words('Runs', { x: EDGE, y: TOP + 8, size: 12, weight: 600 });
    words('Source freshness', { x: SIDE.x, y: TOP + 8, size: 12, weight: 600 });
    for (const [index, run] of runs.entries()) drawRun(drawing, run, TOP + (index + 1) * ROW);
    for (const [index, source] of sources.entries()) {
      const y = TOP + (index + 1) * ROW;
      rule(drawing, { x: SIDE.x, y, width: SIDE.width });
      words(sourceName(source), { x: SIDE.x, y: y + 10, size: 12 });
      words(sourceFreshness(source, format), {
        x: SIDE.x + SIDE.width,
        y: y + 10,
        size: 12,
        ink: sourceTone(source) === 'warn' ? 'warn' : 'ink-2',
        align: 'right',
      });
    }
    const footer =
      published === null
        ? 'Nothing is published'
        : `Data to ${format.day(published.data_as_of ?? published.score_date)} · Scored ${format.moment(published.calculated_at)}`;
    words(footer, { x: EDGE, y: height - 20, size: 11, ink: 'ink-3' });
  });
}

function rule(
  { brush, color }: Drawing,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
): void {
  brush.fillStyle = color('line');
  brush.fillRect(x, y - 8, width, 1);
}

/** A run in one line: its day, its stages, what became of it, its fans, how long it took. */
function drawRun(drawing: Drawing, run: Run, y: number): void {
  const { brush, color, format } = drawing;
  const words = writer(brush, color);
  const { word, tone } = resultOf(run);
  const took = tookOf(run);
  rule(drawing, { x: EDGE, y, width: SIDE.x - 2 * EDGE });
  words(format.day(run.score_date), { x: EDGE, y: y + 10, size: 12, weight: 500 });
  for (const [index, { status }] of run.stages.entries()) {
    drawStage(drawing, { x: 110 + index * (SQUARE + 2), y: y + 2, status });
  }
  words(word, { x: 240, y: y + 10, size: 12, ink: tone === 'bad' ? 'bad' : 'ink-2' });
  if (run.fans !== null) {
    words(format.count(run.fans), { x: 440, y: y + 10, size: 12, align: 'right' });
  }
  if (took !== null) {
    const at = { x: SIDE.x - EDGE, y: y + 10, size: 12, ink: 'ink-2', align: 'right' } as const;
    words(durationWords(took, format), at);
  }
}

interface PlacedStage {
  readonly x: number;
  readonly y: number;
  readonly status: Run['stages'][number]['status'];
}

/** As in the panel: filled where it is done, a triangle where it failed, else hollow. */
function drawStage({ brush, color }: Drawing, { x, y, status }: PlacedStage): void {
  if (status === 'failed' || status === 'refused') {
    brush.fillStyle = color('bad');
    brush.beginPath();
    brush.moveTo(x + SQUARE / 2, y);
    brush.lineTo(x + SQUARE, y + SQUARE);
    brush.lineTo(x, y + SQUARE);
    brush.fill();
  } else if (status === 'succeeded') {
    brush.fillStyle = color('ink-2');
    brush.fillRect(x, y, SQUARE, SQUARE);
  } else {
    brush.strokeStyle = color('control-line');
    brush.lineWidth = 1;
    brush.strokeRect(x + 0.5, y + 0.5, SQUARE - 1, SQUARE - 1);
  }
}
