export type Brush = CanvasRenderingContext2D;

/** The value of a custom property of the page. */
export type Color = (name: string) => string;

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Device pixels for each pixel drawn: a picture is looked at larger than the panel it is of. */
const SCALE = 2;

/** A picture of the given size as a PNG, in the colours that the page has now. */
export function paintPicture(
  page: Window,
  { width, height }: PictureSize,
  draw: (brush: Brush, color: Color) => void,
): Promise<Blob> {
  const canvas = page.document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const brush = canvas.getContext('2d');
  if (brush === null) throw new Error('this browser draws no pictures');
  const styles = page.getComputedStyle(page.document.documentElement);
  const color: Color = (name) => styles.getPropertyValue(`--${name}`).trim();
  brush.scale(SCALE, SCALE);
  brush.fillStyle = color('surface');
  brush.fillRect(0, 0, width, height);
  draw(brush, color);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('the picture came out empty'));
      else resolve(blob);
    }, 'image/png');
  });
}

interface Type {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight?: number;
  readonly ink?: string;
  readonly align?: CanvasTextAlign;
}

/** Writes words in the page's own type and ink. */
export function writer(brush: Brush, color: Color) {
  const family = color('font-sans');
  return (text: string, { x, y, size, weight = 400, ink = 'ink', align = 'left' }: Type): void => {
    brush.font = `${weight} ${size}px ${family}`;
    brush.fillStyle = color(ink);
    brush.textAlign = align;
    brush.fillText(text, x, y);
  };
}
