import { type ReadonlySignal, signal } from '@preact/signals';
import type { NamedText } from '../../ui/csv.ts';
import { saveFile } from '../../ui/save-file.ts';

/** What a viewer can take away from a panel. */
export interface PanelTools {
  readonly saveCsv: (file: NamedText) => void;
  readonly saveBlob: (file: Blob, name: string) => void;
  /** Copies the picture that `paint` makes; where the frame may not write to the clipboard, saves it as `name`. */
  readonly copyImage: (paint: (page: Window) => Promise<Blob>, name: string) => void;
  readonly copyText: (text: string) => void;
  /** For a moment after a copy. */
  readonly copied: ReadonlySignal<boolean>;
  readonly wallClock: () => Date;
}

const SHOW_COPIED_MS = 2000;

export function createPanelTools(page: Window & typeof globalThis): PanelTools {
  const copied = signal(false);
  const confirm = (): void => {
    copied.value = true;
    page.setTimeout(() => {
      copied.value = false;
    }, SHOW_COPIED_MS);
  };
  const saveBlob = (file: Blob, name: string): void => saveFile(page.document, file, name);
  return {
    copied,
    wallClock: () => new page.Date(),
    saveBlob,
    // The mark tells spreadsheets that the text is UTF-8.
    saveCsv: ({ name, text }) =>
      saveBlob(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }), name),
    copyImage: (paint, name) => {
      // The clipboard is asked at once and given the picture later: a click allows it for seconds only.
      const image = paint(page);
      void writeImage(page, image)
        .catch(async () => saveBlob(await image, name))
        .then(confirm, () => {});
    },
    copyText: (text) => void page.navigator.clipboard?.writeText(text).then(confirm, () => {}),
  };
}

async function writeImage(page: Window & typeof globalThis, image: Promise<Blob>): Promise<void> {
  await page.navigator.clipboard.write([new page.ClipboardItem({ 'image/png': image })]);
}
