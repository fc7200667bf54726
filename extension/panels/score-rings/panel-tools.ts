import { type ReadonlySignal, signal } from '@preact/signals';
import type { Receipt } from '../../../server/contract/index.ts';
import type { RingsData } from '../../models/rings-data.ts';
import type { Format } from '../../ui/format.ts';
import { saveFile } from '../../ui/save-file.ts';
import { fileStem, scoreFile } from './score-file.ts';

/** What a viewer can take away from the panel. */
export interface PanelTools {
  readonly saveCsv: (data: RingsData, receipt: Receipt | null) => void;
  readonly copyImage: (data: RingsData, format: Format) => void;
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
  return {
    copied,
    wallClock: () => new page.Date(),
    saveCsv: (data, receipt) => {
      const { name, text } = scoreFile(data, receipt);
      // The mark tells spreadsheets that the text is UTF-8.
      saveFile(page.document, new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }), name);
    },
    copyImage: (data, format) => void copyImage(page, data, format).then(confirm),
    copyText: (text) => void page.navigator.clipboard?.writeText(text).then(confirm, () => {}),
  };
}

/** To the clipboard; where the frame may not write there, as a file. */
async function copyImage(
  page: Window & typeof globalThis,
  data: RingsData,
  format: Format,
): Promise<void> {
  // The clipboard is asked at once and given the picture later: a click allows it for seconds only.
  const image = import('./poster.ts').then((poster) => poster.paintPoster(page, data, format));
  try {
    await page.navigator.clipboard.write([new ClipboardItem({ 'image/png': image })]);
  } catch {
    const about = data.subject.mode === 'fan' ? data.subject.wonderId : 'members';
    saveFile(page.document, await image, `${fileStem(about, data.meta.score_date)}.png`);
  }
}
