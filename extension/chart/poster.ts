import { type Brush, type Color, writer } from './picture.ts';
import { RING, ringArc } from './ring-geometry.ts';
import { ringHatch } from './ring-hatch.ts';

/** A panel as a picture: the same figures, without controls, at a size that fits a slide. */
export interface Poster {
  readonly title: string;
  readonly context: string;
  readonly figure: string;
  /** Lines under the figure. */
  readonly lines: readonly string[];
  readonly rings: readonly PosterRing[];
  readonly strip: readonly { readonly name: string; readonly value: string }[];
  readonly footer: string;
}

export interface PosterRing {
  readonly name: string;
  readonly value: string;
  readonly score: number | null;
  readonly hue: string;
}

export const POSTER = { width: 760, height: 320 } as const;

const EDGE = 24;
const RINGS_LEFT = 244;
const RING_SIZE = 88;

/** Paints the poster; `color` gives the value of a custom property. */
export function drawPoster(brush: Brush, poster: Poster, color: Color): void {
  const words = writer(brush, color);
  words(poster.title, { x: EDGE, y: 36, size: 14, weight: 600 });
  words(poster.context, { x: POSTER.width - EDGE, y: 36, size: 13, ink: 'ink-3', align: 'right' });
  words(poster.figure, { x: EDGE, y: 112, size: 48, weight: 600 });
  for (const [index, line] of poster.lines.entries()) {
    words(line, { x: EDGE, y: 140 + index * 20, size: 13, ink: 'ink-2' });
  }
  const step = (POSTER.width - EDGE - RINGS_LEFT) / poster.rings.length;
  for (const [index, ring] of poster.rings.entries()) {
    const x = RINGS_LEFT + step * (index + 0.5);
    drawRing(brush, { ring, x, y: 116 }, color);
    words(ring.value, { x, y: 123, size: 22, weight: 600, align: 'center' });
    words(ring.name, { x, y: 190, size: 13, weight: 500, align: 'center' });
  }
  brush.fillStyle = color('line');
  brush.fillRect(EDGE, 222, POSTER.width - 2 * EDGE, 1);
  const column = (POSTER.width - 2 * EDGE) / poster.strip.length;
  for (const [index, { name, value }] of poster.strip.entries()) {
    const x = EDGE + column * index;
    words(name, { x, y: 246, size: 12, ink: 'ink-3' });
    words(value, { x, y: 267, size: 15, weight: 500 });
  }
  words(poster.footer, { x: EDGE, y: 302, size: 11, ink: 'ink-3' });
}

interface Placed {
  readonly ring: PosterRing;
  readonly x: number;
  readonly y: number;
}

function drawRing(brush: Brush, { ring, x, y }: Placed, color: Color): void {
  const scale = RING_SIZE / (RING.box - 16);
  brush.save();
  brush.translate(x, y);
  brush.scale(scale, scale);
  brush.lineWidth = RING.stroke;
  brush.lineCap = 'round';
  brush.strokeStyle = color(ring.score === null ? 'hatch-bg' : `${ring.hue}-track`);
  brush.beginPath();
  brush.arc(0, 0, RING.radius, 0, 2 * Math.PI);
  brush.stroke();
  const arc = ring.score === null ? ringHatch() : ringArc(ring.score);
  if (arc !== null) {
    brush.strokeStyle = color(ring.score === null ? 'hatch' : ring.hue);
    brush.lineWidth = ring.score === null ? 1.2 : RING.stroke;
    brush.stroke(new Path2D(arc));
  }
  brush.restore();
}
